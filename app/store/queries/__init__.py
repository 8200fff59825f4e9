"""The reads that join tables: functions that return small frozen dataclasses."""

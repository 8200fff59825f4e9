"""The tab Tutorados: students with what they owe and their risk, and the assignment by hand."""

from ui.tabs.tutorados.tab import TutoradosTab

__all__ = ["TutoradosTab"]

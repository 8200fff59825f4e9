"""Entre Pares: what the program knows and does, without a window."""

VERSION = "0.1.0"

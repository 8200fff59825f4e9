"""Seguimiento: the sessions of a week as a calendar and as a list, and what happened in each."""

from ui.tabs.seguimiento.tab import SeguimientoTab

__all__ = ["SeguimientoTab"]

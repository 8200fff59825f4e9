"""Carnet de asesorías: choose students, see the real page beside the list, print them."""

from ui.tabs.carnet.tab import CarnetTab

__all__ = ["CarnetTab"]

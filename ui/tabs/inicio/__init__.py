"""Inicio: what needs attention today, the week, and how far the periodo has come."""

from ui.tabs.inicio.tab import InicioTab

__all__ = ["InicioTab"]

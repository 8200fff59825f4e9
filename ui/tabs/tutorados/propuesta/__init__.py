"""Asignación del periodo: the proposal of the whole plantel, looked at, decided and accepted."""

from ui.tabs.tutorados.propuesta.page import PropuestaPage

__all__ = ["PropuestaPage"]

"""The tab Alumnos tutores: candidatos, invitados, activos, their week and what they master."""

from ui.tabs.alumnos_tutores.tab import AlumnosTutoresTab

__all__ = ["AlumnosTutoresTab"]

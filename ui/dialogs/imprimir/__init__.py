"""Print dialog: which form, for whom and how, with its pages beside; from anywhere."""

from ui.dialogs.imprimir.dialogo import ImprimirDialog

__all__ = ["ImprimirDialog"]

"""What tests of Seguimiento do again and again."""

from datetime import date, timedelta

from PySide6.QtWidgets import QApplication, QWidget

from app.store import Store
from ui.tabs.seguimiento import SeguimientoTab

TODAY = date(2026, 11, 20)


def store_of(tab: SeguimientoTab) -> Store:
    """The file of the tab."""
    return tab.ctx.store


def dialog(kind: type[QWidget]) -> QWidget:
    """The one dialog of a kind that is open."""
    QApplication.processEvents()
    found = [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]
    assert len(found) == 1
    return found[0]


def late(tab: SeguimientoTab, count: int = 2) -> list[int]:
    """So many sessions of this week that nobody has noted, and no other of any week."""
    store = store_of(tab)
    past = [s for s in store.sesiones.all() if s.fecha and s.fecha < TODAY]
    ids = [s.id for s in past if s.fecha and s.fecha > TODAY - timedelta(days=5)][:count]
    assert len(ids) == count
    with store.operation("Preparar"):
        store.sesiones.change_many(
            (s.id, {"estado": "planeada" if s.id in ids else "dada"}) for s in past
        )
        store.asistencias.delete_many([m.id for m in store.asistencias.where(sesion=ids)])
    QApplication.processEvents()
    return ids

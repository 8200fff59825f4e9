"""Steps of the window: it opens, every tab and dialog is seen, it lets its file go."""

from app.services import pausas
from app.services.alertas import alertas
from app.store import Store
from ui.main_window import MainWindow
from ui.selftest import process
from ui.selftest.pictures import COMMON, dialog, grab, settle, waited_until
from ui.selftest.walk import Failed, Walk


def open_window(walk: Walk) -> str:
    """The real window on the made-up plantel, to its first page painted."""
    window = MainWindow()
    walk.use(window)
    window.use(Store.open(walk.plantel, check_later=True))
    window.show()
    settle()
    if age := process.age_ms():
        walk.first_page_ms = age - walk.waited_ms
    return f"{walk.app.platformName()}, {window.width()}x{window.height()}"


def see_tab(key: str, walk: Walk) -> None:
    """A tab in front, at the size of a lab screen."""
    walk.window.show_tab(key)
    walk.keep(grab(walk.window, COMMON), f"pestana_{key}")


def see_dialog(place: str, what: str | None, walk: Walk) -> None:
    """A dialog over the window."""
    with dialog(walk.window, place, what):
        settle()
        if walk.app.activeModalWidget() is None:
            raise Failed("No se abrió el diálogo.")
        walk.keep(grab(walk.window, COMMON), "_".join(filter(None, ("dialogo", place, what))))


def search(walk: Walk) -> None:
    """The search of the bar finds an alumno by its control number."""
    field, panel = walk.window.bar.search, walk.window.search
    walk.window.places.go("buscar")
    field.insert(walk.store.alumnos.all()[0].matricula)
    try:
        if not waited_until(panel.isVisible):
            raise Failed("La búsqueda no encontró a un alumno.")
        walk.keep(grab(walk.window, COMMON), "busqueda")
    finally:
        field.clear()
        panel.hide()


def put_off(walk: Walk) -> str:
    """A matter of Inicio opens with its cases, one is put off and told again."""
    store, today = walk.store, walk.store.clock().date()
    matter = next(one for one in alertas(store, today) if one.casos)
    walk.window.places.go("asunto", matter)
    settle()
    over = walk.app.activeModalWidget()
    if over is None:
        raise Failed("No se abrió el asunto.")
    walk.keep(grab(walk.window, COMMON), "dialogo_asunto")
    over.close()
    clave = matter.casos[0].clave
    pausas.pausar(store, matter.tipo, [clave], None, "Prueba")
    if (matter.tipo, *clave) not in pausas.vigentes(store, today):
        raise Failed("No se pospuso.")
    store.undo()
    if pausas.vigentes(store, today):
        raise Failed("No se deshizo.")
    return matter.titulo


def see_proposal(walk: Walk) -> str:
    """The page Asignación del periodo calculates and shows what comes out."""
    tab = walk.window.show_tab("tutorados")
    tab.show_record("asignacion")
    tab.board.calculate()
    if not waited_until(lambda: tab.board.calculo.propuesta is not None):
        raise Failed("No se calculó la asignación.")
    settle()
    walk.keep(grab(walk.window, COMMON), "asignacion")
    tab.show_list()
    return f"{len(tab.board.lists.pares)} pares"


def close_plantel(walk: Walk) -> None:
    """The welcome comes, and nothing holds the file any more."""
    walk.window.use(None)
    walk.keep(grab(walk.window, COMMON), "bienvenida")
    moved = walk.plantel.with_name("movido.entrepares")
    walk.plantel.rename(moved)
    moved.rename(walk.plantel)
    walk.window.close()
    walk.window.deleteLater()
    settle()

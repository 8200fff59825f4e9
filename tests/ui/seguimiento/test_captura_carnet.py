"""The capture of a carnet that came back, typed with real keys."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from app import domain
from app.domain.codigo import code_of, scanned_text
from app.services import planes
from app.store import Store
from tests.small_plantel import MATE, SmallPlantel, intervencion, small_plantel
from tests.ui.conftest import Heard
from ui import messages
from ui.main_window import MainWindow
from ui.tabs.carnet.capture_model import CAME, DATE, NOTES, SIGNED, TOPIC
from ui.tabs.carnet.capture_page import CapturePage

ENTER, TAB, CONTROL = Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier


class Keys:
    """Types into whatever has the cursor, and counts."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, words: str, *ends: Qt.Key) -> None:
        for sign in words:
            QTest.keyClick(QApplication.focusWidget(), sign)
            self.count += 1
        for end in ends:
            self.key(end)

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
        QTest.keyClick(QApplication.focusWidget(), key, modifier or Qt.KeyboardModifier.NoModifier)
        self.count += 1


@pytest.fixture
def keys() -> Keys:
    return Keys()


@pytest.fixture
def plantel(store: Store) -> SmallPlantel:
    made = small_plantel(store)
    case = intervencion(store, made, asignada=date(2026, 8, 31), estado="en_marcha")
    with store.operation("Preparar", undoable=False):
        store.franjas.add(
            domain.Franja(intervencion=case, dia=2, inicio=660, fin=705, lugar="Lab. 2")
        )
        for name in ("Ximena", "Diego"):
            store.emisiones.add(
                domain.Emision(
                    formato="carnet", folio=code_of(made[name], made.periodo), alumno=made[name],
                    periodo=made.periodo,
                )
            )  # fmt: skip
    planes.change(store, case, {"contenidos": "Fuerza\nVectores\nEnergia"})
    return made


@pytest.fixture
def page(
    empty_window: MainWindow, store: Store, plantel: SmallPlantel, says: Heard, qtbot: QtBot
) -> Iterator[CapturePage]:
    empty_window.use(store)
    messages.use(says)
    empty_window.activateWindow()
    qtbot.waitUntil(empty_window.isActiveWindow)
    empty_window.places.go("carnet", "capturar")
    QApplication.processEvents()
    made = empty_window.pages["carnet"].capture
    yield made
    made._close()  # the file closes before the window


def code(plantel: SmallPlantel, name: str) -> str:
    return code_of(plantel[name], plantel.periodo)


def rows(page: CapturePage) -> list[tuple[str, str, str]]:
    return [(r.fecha, r.tema, r.minutos) for r in page.model.rows if not r.vacio]


@pytest.mark.feature("M-86", "M-84", "S-44")
def test_ten_rows_are_typed_with_few_keys(
    page: CapturePage, plantel: SmallPlantel, store: Store, keys: Keys, says: Heard
) -> None:
    assert page.head.code.hasFocus()
    keys(scanned_text(code(plantel, "Ximena")), ENTER)
    assert page.head.person.text() == "Ximena Ordóñez Villaseñor · 5.º B"
    assert page.view.hasFocus()
    assert page.view.currentIndex().column() == DATE
    days = ("8/9", "15/9", "22/9", "29/9", "6/10", "13/10", "20/10", "27/10", "3/11", "10/11")
    for day in days:
        keys(day, ENTER)
    page.view.go(0, TOPIC)
    keys("Fuerza", ENTER)
    for _ in range(9):
        keys.key(Qt.Key.Key_D, CONTROL)
        keys.key(ENTER)
    keys.key(ENTER, CONTROL)
    assert says.toasts == ["Ximena Ordóñez: 10 asesorías nuevas."]
    held = sorted(store.sesiones.all(), key=lambda s: s.fecha or date.min)
    assert [s.fecha for s in held][:3] == [date(2026, 9, 8), date(2026, 9, 15), date(2026, 9, 22)]
    assert {(s.tema, s.minutos, s.estado, s.firmada) for s in held} == {
        ("Fuerza", 45, "dada", True)
    }
    assert store.undo_label == "Capturar el carnet de Ximena Ordóñez"
    assert page.head.code.hasFocus()
    assert page.head.code.text() == ""
    assert keys.count <= 95  # code and all: a slow typist (two keys a second) takes 48 s
    assert page.today.cards[plantel["Ximena"]].palabras == "10 asesorías nuevas"
    store.undo()
    assert store.sesiones.count() == 0
    assert page.today.cards[plantel["Ximena"]].palabras == "se deshizo"
    store.redo()
    assert page.today.cards[plantel["Ximena"]].palabras == "10 asesorías nuevas"


@pytest.mark.feature("M-86")
def test_tab_goes_right_and_every_cell_is_filled_with_keys(
    page: CapturePage, plantel: SmallPlantel, store: Store, keys: Keys
) -> None:
    keys(code(plantel, "Ximena").lower(), ENTER)
    keys("mar 10", TAB)
    keys("Vectores", TAB)
    keys("Llego tarde", TAB)
    keys("30", TAB)
    keys("t", TAB)
    keys("n", TAB)
    assert page.view.currentIndex().row() == 1
    assert page.view.currentIndex().column() == DATE
    keys("ayer")
    keys.key(Qt.Key.Key_Up)
    assert page.view.currentIndex().row() == 0
    row = page.model.rows[0]
    assert (row.fecha, row.tema, row.observaciones) == ("mar 10/11/2026", "Vectores", "Llego tarde")
    assert (row.minutos, row.asistio, row.firmo) == ("30", "tarde", False)
    assert page.model.rows[1].fecha == "jue 19/11/2026"
    page.view.go(0, CAME)
    keys.key(Qt.Key.Key_Space)
    assert page.model.rows[0].asistio == "justifico"
    page.view.go(0, SIGNED)
    keys.key(Qt.Key.Key_Space)
    assert page.model.rows[0].firmo
    page.view.go(0, NOTES)
    keys.key(Qt.Key.Key_Delete)
    assert page.model.rows[0].observaciones == ""
    page.finish()
    marks = {m.estado for m in store.asistencias.where(alumno=plantel["Ximena"])}
    assert marks == {"justifico", "asistio"}


@pytest.mark.feature("M-86")
def test_f4_offers_the_topics_of_the_plan(
    page: CapturePage, plantel: SmallPlantel, keys: Keys
) -> None:
    keys(code(plantel, "Ximena"), ENTER)
    keys("10/11", ENTER)
    page.view.go(0, TOPIC)
    keys.key(Qt.Key.Key_F4)
    QApplication.processEvents()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [a.text() for a in menu.actions()] == ["Fuerza", "Vectores", "Energia"]
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, ENTER)
    assert rows(page) == [("mar 10/11/2026", "Vectores", "45")]


@pytest.mark.feature("M-86")
def test_what_is_wrong_is_said_with_a_correction_and_never_stops_the_pile(
    page: CapturePage, plantel: SmallPlantel, store: Store, keys: Keys
) -> None:
    keys(code(plantel, "Ximena"), ENTER)
    keys("10/11", ENTER)
    keys("18/12", ENTER)
    assert page.strip.words.text() == (
        "Fila 2: el 18 de diciembre todavía no llega. ¿Quiso decir mié 18/11/2026?"
    )
    keys("31/11", ENTER)
    page.view.go(1, DATE)
    page.strip.button.click()
    assert page.model.rows[1].fecha == "mié 18/11/2026"
    assert page.strip.words.text().startswith("Fila 3: noviembre no tiene día 31")
    page.strip.leave.click()
    keys.key(ENTER, CONTROL)
    assert store.sesiones.count() == 2
    assert page.today.cards[plantel["Ximena"]].palabras == "2 asesorías nuevas; 1 fila por revisar"
    assert page.today.waiting == 1
    page.today.opened.emit(plantel["Ximena"])
    assert rows(page)[-1][0] == "31/11"
    page.model.setData(page.model.index(2, DATE), "17/11")
    page.finish()
    assert store.sesiones.count() == 3
    assert page.today.waiting == 0


@pytest.mark.feature("M-86")
def test_a_wrong_code_is_said_in_words_with_the_likely_one(
    page: CapturePage, plantel: SmallPlantel, keys: Keys
) -> None:
    right = code(plantel, "Ximena")
    keys(right[:-1] + ("3" if right[-1] != "3" else "4"), ENTER)
    assert "signo equivocado" in page.strip.words.text()
    assert "Ximena Ordóñez" in page.strip.words.text()
    assert page.head.code.hasFocus()
    assert page.head.code.property("problem") == "error"
    page.strip.button.click()
    assert page.card is not None
    assert page.card.alumno == plantel["Ximena"]
    assert page.strip.isHidden()


def test_a_carnet_whose_code_cannot_be_read_is_found_by_name(
    page: CapturePage, plantel: SmallPlantel
) -> None:
    field = page.head.name
    assert "Ordóñez Villaseñor, Ximena · 5.º B · 003" in field._labels
    page.head.picked.emit(plantel["Ximena"])
    assert page.view.hasFocus()
    assert page.head.code.text() == code(plantel, "Ximena")


def test_who_has_no_alumno_tutor_is_said(
    page: CapturePage, plantel: SmallPlantel, keys: Keys, says: Heard
) -> None:
    keys(code(plantel, "Diego"), ENTER)
    assert "no tiene alumno tutor" in says.problems[-1]
    assert page.card is None


@pytest.mark.feature("M-83", "M-86")
def test_each_asignatura_has_its_rows_and_all_are_one_step(
    page: CapturePage, plantel: SmallPlantel, store: Store, keys: Keys, says: Heard
) -> None:
    intervencion(store, plantel, MATE)
    keys(code(plantel, "Ximena"), ENTER)
    assert page.head.tabs is not None
    assert page.head.tabs.count() == 2
    keys("10/11", ENTER)
    keys.key(Qt.Key.Key_PageDown, CONTROL)
    assert page.head.tabs.currentIndex() == 1
    assert page.view.hasFocus()
    keys("11/11", ENTER)
    keys.key(Qt.Key.Key_PageUp, CONTROL)
    assert len(rows(page)) == 1
    keys.key(ENTER, CONTROL)
    assert says.toasts[-1] == "Ximena Ordóñez: 2 asesorías nuevas."
    store.undo()
    assert store.sesiones.count() == 0


def test_another_code_or_leaving_the_page_stores_the_card(
    page: CapturePage, plantel: SmallPlantel, store: Store, keys: Keys, empty_window: MainWindow
) -> None:
    keys(code(plantel, "Ximena"), ENTER)
    keys("10/11", ENTER)
    page.head.take_focus()
    keys(code(plantel, "Ximena"), ENTER)
    assert store.sesiones.count() == 1
    assert rows(page) == [("mar 10/11/2026", "", "45")]
    keys("17/11", ENTER)
    empty_window.show_tab("planes")
    assert store.sesiones.count() == 2


def test_what_is_typed_stays_when_something_changes_elsewhere(
    page: CapturePage, plantel: SmallPlantel, store: Store, keys: Keys
) -> None:
    keys(code(plantel, "Ximena"), ENTER)
    keys("10/11", ENTER)
    with store.operation("Otra cosa"):
        store.alumnos.change(plantel["Nora"], correo="nora@escuela.mx")
        store.sesiones.add(
            domain.Sesion(intervencion=page.shown, fecha=date(2026, 11, 3), estado="dada")
        )
    QApplication.processEvents()
    assert [fecha for fecha, _, _ in rows(page)] == ["mar 03/11/2026", "mar 10/11/2026"]


def test_a_block_of_a_spreadsheet_is_pasted(
    page: CapturePage, plantel: SmallPlantel, keys: Keys
) -> None:
    keys(code(plantel, "Ximena"), ENTER)
    QApplication.clipboard().setText("10/11\tFuerza\tBien\n17/11\tVectores\t\n")
    keys.key(Qt.Key.Key_V, CONTROL)
    assert rows(page) == [("mar 10/11/2026", "Fuerza", "45"), ("mar 17/11/2026", "Vectores", "45")]

"""The week on Inicio: sessions of each day, those of today and of the next day, and the load."""

from collections.abc import Collection, Sequence
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.domain.calendario import business_days_after
from app.store import Store
from app.store.queries import inicio, tablero
from app.text import DIAS, counted
from ui.context import Context
from ui.theme import u
from ui.widgets.buttons import LinkButton
from ui.widgets.card import Card, Line
from ui.widgets.charts import ShareBar
from ui.widgets.labels import ElidedLabel, Label
from ui.widgets.week_strip import DayCount, WeekStrip

_SHORT = {0: "Lun", 1: "Mar", 2: "Mié", 3: "Jue", 4: "Vie"}
_MOST_NEXT = 3
_ROW, _LAST = 10.5, 5
"""Heights in units: a session, and the line that counts the others."""


class Proximas(QWidget):
    """The next sessions, as many as there is room for: its height never pushes the page."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[QWidget] = []
        self._ahead, self._after = 0, ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self.setMinimumHeight(u(_ROW))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(u(1.5))
        self.rest = Label("", "caption", "text2")
        self._column.addWidget(self.rest)
        self._column.addStretch(1)

    def show_sessions(self, ahead: Sequence[tuple[str, inicio.Proxima]], after: str) -> None:
        """Shows sessions with the word for their day; `after` is the day that comes next."""
        for one in self._rows:
            one.hide()
            one.deleteLater()
        self._ahead, self._after = len(ahead), after
        self._rows = [_session(when, one, self) for when, one in ahead[:_MOST_NEXT]]
        for i, one in enumerate(self._rows):
            self._column.insertWidget(i, one)
        self._fit()

    def _fit(self) -> None:
        room = int((self.height() - u(_LAST)) // u(_ROW))
        shown = max(0, min(len(self._rows), room))
        for i, one in enumerate(self._rows):
            one.setVisible(i < shown)
        rest = self._ahead - shown
        if not self._ahead:
            self.rest.setText(f"No hay asesorías por dar hoy ni el {self._after}.")
        elif rest:
            noun = f"y {rest:,} más" if shown else counted(rest, "asesoría", "asesorías")
            self.rest.setText(f"{noun} de hoy y del {self._after}")
        self.rest.setVisible(bool(rest) or not self._ahead)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


def _session(when: str, one: inicio.Proxima, parent: QWidget) -> QWidget:
    holder = QWidget(parent)
    holder.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(u(3))
    hour = f"{one.inicio // 60:02d}:{one.inicio % 60:02d}" if one.inicio is not None else "–"
    clock = Label(hour, "body", "text2" if when else "primary", strong=True)
    clock.setFixedWidth(max(u(10), clock.sizeHint().width()))
    row.addWidget(clock, 0, Qt.AlignmentFlag.AlignVCenter)
    words = QVBoxLayout()
    words.setSpacing(0)
    parts = (when, one.asignatura, one.lugar)
    words.addWidget(ElidedLabel(" · ".join(part for part in parts if part)))
    words.addWidget(ElidedLabel(f"{one.alumno_tutor} con {one.tutorados}", "caption", "text2"))
    row.addLayout(words, 1)
    return holder


class SemanaCard(Card):
    """A click on a day opens its week in Seguimiento."""

    def __init__(self, ctx: Context) -> None:
        super().__init__("Asesorías de la semana")
        self.ctx = ctx
        self._days: list[date] = []
        self.link = LinkButton("Ver la semana")
        self.link.clicked.connect(partial(self._show, "seguimiento"))
        self.head.addWidget(self.link)
        self.week = WeekStrip()
        self.week.opened.connect(self._on_day)
        self.body.addWidget(self.week)
        self.next = Proximas()
        self.body.addWidget(self.next, 1)
        self.body.addWidget(Line("rowline"))
        row = QHBoxLayout()
        self.load = ElidedLabel("", "caption", "text2")
        row.addWidget(self.load, 1)
        self.load_link = LinkButton("Ver su carga")
        self.load_link.clicked.connect(partial(self._show, "alumnos_tutores"))
        row.addWidget(self.load_link)
        self.body.addLayout(row)
        self.load_bar = ShareBar("Lugares ocupados de los alumnos tutores")
        self.body.addWidget(self.load_bar)

    def read(self, store: Store, today: date) -> None:
        """Shows the week of a day."""
        self._show_days(store, today)
        holidays = {one.fecha for one in store.dias_inhabiles.all() if one.fecha}
        self._show_next(store, today, holidays)
        self._show_load(tablero.carga(store))

    def _show_days(self, store: Store, today: date) -> None:
        monday = today - timedelta(days=today.weekday())
        found = inicio.semana(store, monday, today)
        self._days = [one.fecha for one in found]
        self.week.set_days([_day(one, today) for one in found])

    def _show_next(self, store: Store, today: date, holidays: Collection[date]) -> None:
        after = business_days_after(today, 1, holidays)
        tomorrow = "Mañana" if after - today == timedelta(days=1) else DIAS[after.weekday()]
        ahead = [("", one) for one in inicio.proximas(store, today)]
        ahead += [(tomorrow.capitalize(), one) for one in inicio.proximas(store, after)]
        self.next.show_sessions(ahead, DIAS[after.weekday()])

    def _show_load(self, load: tablero.Carga) -> None:
        told = [f"{load.ocupados:,} de {load.lugares:,} lugares"]
        if load.libres:
            told.append(counted(load.libres, "libre", "libres"))
        if load.pasados:
            told.append(f"{load.pasados:,} con de más")
        told[0] = f"Alumnos tutores: {told[0]}"
        self.load.setText(" · ".join(told) if load.tutores else "Sin alumnos tutores activos")
        self.load_bar.set_share(load.ocupados / load.lugares if load.lugares else 0)

    # Going

    def _show(self, place: str, _checked: bool = False) -> None:
        self.ctx.show(place)

    def _on_day(self, place: int) -> None:
        self.ctx.show("seguimiento", self._days[place])


def _day(one: inicio.Dia, today: date) -> DayCount:
    if one.fecha >= today:
        note = f"{one.total - one.dadas} por dar" if one.dadas else "por dar"
    elif one.sin_registro:
        note = f"◆ {one.sin_registro} sin reg."
    else:
        note = "dadas"
    title = f"{_SHORT[one.fecha.weekday()]} {one.fecha.day}"
    return DayCount(title, str(one.total), note if one.total else "–", one.fecha == today)

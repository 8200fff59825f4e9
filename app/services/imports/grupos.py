"""Which grupo of the current periodo a row of a list means, or the new one it needs."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from app.domain import Grupo
from app.domain.lectura_alumnos import read_grupo
from app.services.imports.snapshot import Snapshot
from app.text import plain


class Pedido(NamedTuple):
    """What a row says of its grupo; None or "" where it says nothing."""

    semestre: int | None
    nombre: str
    turno: str
    especialidad: str
    docente_tutor: str


class Grupos:
    """The grupos that a plantel has and those that a list adds, found by what rows say.

    A label may exist in two turnos or especialidades; new grupos get negative ids.
    """

    def __init__(self, snapshot: Snapshot) -> None:
        self._periodo = snapshot.periodo.id
        self._by_label: dict[tuple[int | None, str], list[Grupo]] = {}
        self._known: dict[Pedido, list[Grupo]] = {}
        self._docentes: dict[int, str] = {}
        self.all: dict[int, Grupo] = {}
        self.new: list[Grupo] = []
        self.changed: dict[int, dict[str, str]] = {}
        for grupo in snapshot.grupos:
            self.all[grupo.id] = grupo
            if grupo.periodo == self._periodo:
                self._by_label.setdefault(_label_of(grupo), []).append(grupo)

    def candidates(self, pedido: Pedido) -> list[Grupo]:
        """The grupos that a row may mean; one unless the plantel has several with that label."""
        if pedido not in self._known:
            self._known[pedido] = self._find(pedido)
        return self._known[pedido]

    def current(self, id: int | None) -> Grupo | None:
        """The grupo of an id as the import leaves it."""
        return self.all.get(id) if id is not None else None

    def _find(self, pedido: Pedido) -> list[Grupo]:
        same = self._with_label(pedido)
        fitting = [g for g in same if _agrees(g, pedido, blank=False)]
        if len(fitting) > 1:
            return fitting
        if not fitting:
            fitting = [g for g in same if g.id > 0 and _agrees(g, pedido, blank=True)][:1]
        if fitting:
            return [self._completed(fitting[0], pedido)]
        return [self._made(pedido)]

    def _with_label(self, pedido: Pedido) -> list[Grupo]:
        label = plain(pedido.nombre)
        if pedido.semestre is not None:
            return self._by_label.get((pedido.semestre, label), [])
        return [g for (_, other), many in self._by_label.items() if other == label for g in many]

    def _completed(self, grupo: Grupo, pedido: Pedido) -> Grupo:
        """The grupo with what the list says and it did not have, and its docente-tutor.

        The first docente-tutor that a list says of a grupo counts.
        """
        said: dict[str, str] = {
            key: value
            for key in ("turno", "especialidad")
            if (value := getattr(pedido, key)) and not getattr(grupo, key)
        }
        docente = pedido.docente_tutor and self._docentes.setdefault(grupo.id, pedido.docente_tutor)
        if docente and plain(docente) != plain(grupo.docente_tutor):
            said["docente_tutor"] = docente
        if not said:
            return grupo
        after = replace(grupo, **said)
        self._put(after)
        if grupo.id > 0:
            self.changed.setdefault(grupo.id, {}).update(said)
        else:
            self.new[-grupo.id - 1] = after
        return after

    def _made(self, pedido: Pedido) -> Grupo:
        grupo = Grupo(id=-len(self.new) - 1, periodo=self._periodo, **pedido._asdict())
        self.new.append(grupo)
        self._put(grupo)
        if pedido.docente_tutor:
            self._docentes[grupo.id] = pedido.docente_tutor
        return grupo

    def _put(self, grupo: Grupo) -> None:
        self.all[grupo.id] = grupo
        many = self._by_label.setdefault(_label_of(grupo), [])
        many[:] = [g for g in many if g.id != grupo.id] + [grupo]


def _label_of(grupo: Grupo) -> tuple[int | None, str]:
    semestre, label = read_grupo(grupo.nombre)
    return (grupo.semestre if grupo.semestre is not None else semestre), plain(label)


def _agrees(grupo: Grupo, pedido: Pedido, *, blank: bool) -> bool:
    """Whether a grupo is what a row says; with `blank`, what the grupo does not say also agrees."""
    pairs: Sequence[tuple[str, str]] = (
        (grupo.turno, pedido.turno),
        (grupo.especialidad, pedido.especialidad),
    )
    return all(not said or plain(has) == plain(said) or (blank and not has) for has, said in pairs)


def describe(grupos: Sequence[Grupo]) -> str:
    """Several grupos of one label told apart: 3.º A matutino, 3.º A vespertino."""
    return " o ".join(
        " ".join(part for part in (g.etiqueta, g.turno, g.especialidad) if part) for g in grupos
    )

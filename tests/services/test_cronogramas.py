"""What each cronograma takes from the file, and whom it does not name (DOMAIN M-69, D.6)."""

import pytest

from app import domain
from app.errors import NotFound
from app.formatos import CRONOGRAMA_GRUPO, CRONOGRAMA_TUTOR, CRONOGRAMA_TUTORADO
from app.formatos.cronograma import CronogramaDatos
from app.services import printing
from app.store import Store
from tests.formatos.paper import words
from tests.small_plantel import FISICA, MATE, SmallPlantel, intervencion, small_plantel


@pytest.fixture
def plantel(store: Store) -> SmallPlantel:
    """Valeria attends Ximena and Diego together on Tuesdays, and Diego alone on Mondays at 15:20."""
    made = small_plantel(store)
    both = intervencion(store, made, tutorados=("Ximena", "Diego"))
    alone = intervencion(store, made, MATE, ("Diego",))
    over = intervencion(store, made, MATE, ("Nora",), estado="cerrada")
    with store.operation("Horas"):
        for case, dia, inicio in ((both, 2, 800), (alone, 1, 920), (over, 3, 600)):
            store.franjas.add(
                domain.Franja(
                    intervencion=case, dia=dia, inicio=inicio, fin=inicio + 40, lugar="Biblioteca"
                )
            )
        store.alumnos.change(made["Nora"], grupo=made.grupo)
    return made


def printed(store: Store, formato, id: int) -> tuple[CronogramaDatos, str]:
    run = printing.tirada(store, formato, [id])
    return run.datos[0], words(run.pdf())


@pytest.mark.feature("M-69")
def test_an_alumno_tutor_sees_the_week_with_each_tutorado(
    store: Store, plantel: SmallPlantel
) -> None:
    datos, shown = printed(store, CRONOGRAMA_TUTOR, plantel["Valeria"])
    assert [(c.dia, c.asignatura, c.corto) for c in datos.citas] == [
        (1, MATE, "Diego Núñez"), (2, FISICA, "Grupo de 2"),
    ]  # fmt: skip
    assert "Ximena Ordóñez Villaseñor" in shown
    assert "Nora" not in shown
    assert datos.vigencia == "Del 24 de agosto de 2026 al 15 de enero de 2027"
    assert (datos.desde, datos.hasta) == (7 * 60, 16 * 60)


@pytest.mark.feature("M-69")
def test_a_tutorado_is_not_told_of_companions(store: Store, plantel: SmallPlantel) -> None:
    datos, shown = printed(store, CRONOGRAMA_TUTORADO, plantel["Ximena"])
    assert [(c.dia, c.tutorado, c.corto) for c in datos.citas] == [
        (2, "Ximena Ordóñez Villaseñor", "Valeria Muñoz")
    ]
    assert "Diego" not in shown


@pytest.mark.feature("M-69")
def test_a_grupo_shows_its_own_alumnos(store: Store, plantel: SmallPlantel) -> None:
    datos, shown = printed(store, CRONOGRAMA_GRUPO, plantel.other_grupo)
    assert [c.dia for c in datos.citas] == [1, 2]
    assert (datos.grupo, datos.turno, datos.especialidad) == ("5.º B", "Matutino", "Programación")
    assert "Ximena Ordóñez Villaseñor; Diego Armando Núñez Peña" in shown
    own, shown = printed(store, CRONOGRAMA_GRUPO, plantel.grupo)
    assert own.citas == ()
    assert "Diego" not in shown


def test_who_is_gone_is_said(store: Store, plantel: SmallPlantel) -> None:
    with pytest.raises(NotFound, match="1 alumno tutor ya no está"):
        printing.tirada(store, CRONOGRAMA_TUTOR, [12])
    with pytest.raises(NotFound, match="1 grupo ya no está"):
        printing.tirada(store, CRONOGRAMA_GRUPO, [12])
    assert plantel

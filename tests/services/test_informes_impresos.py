"""What the printed reports say of a file: sesiones counted, words as written, nothing rounded."""

from datetime import date

import pytest

from app import domain
from app.errors import NotFound
from app.formatos import (
    CANALIZACION,
    CONCENTRADO,
    CONSOLIDADO,
    CONSTANCIA,
    INFORME,
    INFORME_INTERVENCION,
    RENDIMIENTO,
)
from app.formatos.formato import Formato
from app.formatos.informe import InformeOpciones
from app.services import printing
from app.services.impresos.cifras import hours_in_words
from app.services.impresos.consolidado import in_short
from app.store import Store
from tests.services.papeles import WEEKS, one, sessions, staffed_plantel
from tests.small_plantel import FISICA, MATE, QUIMICA, SmallPlantel, intervencion


@pytest.fixture
def plantel(store: Store) -> SmallPlantel:
    return staffed_plantel(store)


@pytest.mark.parametrize(
    ("minutes", "said"),
    [(0, ""), (40, "40 minutos"), (60, "1 hora"), (61, "1 hora 1 minuto"),
     (1120, "18 horas 40 minutos")],
)  # fmt: skip
def test_minutes_are_never_rounded(minutes: int, said: str) -> None:
    assert hours_in_words(minutes) == said


@pytest.mark.feature("U-93", "U-13", "U-33")
def test_a_ficha_de_canalizacion_is_of_the_docente(store: Store, plantel: SmallPlantel) -> None:
    datos = one(store, CANALIZACION, plantel["Ximena"])
    assert (datos.docente_tutor, datos.docente_correo, datos.docente_telefono) == (
        "Mtra. Leticia Ordóñez", "leticia@plantel.example", "712 555 0190",
    )  # fmt: skip
    assert (datos.tutorado, datos.matricula) == ("Ordóñez Villaseñor, Ximena", "003")
    assert (datos.semestre_grupo, datos.motivo, datos.area) == ("5.º B", "", "")
    assert datos.fecha == date(2026, 11, 20)


@pytest.mark.feature("U-94", "U-35", "U-56")
def test_an_informe_tells_the_sesiones_and_what_was_written(
    store: Store, plantel: SmallPlantel
) -> None:
    case = intervencion(store, plantel, tutorados=("Ximena", "Diego"))
    sessions(store, case, *WEEKS)
    with store.operation("Informe", undoable=False):
        for tipo in ("parcial", "final"):
            store.informes.add(
                domain.Informe(intervencion=case, tipo=tipo, conclusiones=f"Conclusión del {tipo}.")
            )
        row = store.tutorados.where(intervencion=case)[0]
        store.tutorados.change(row.id, antes=50, despues=74)
    parcial = one(store, INFORME, case)
    assert parcial.conclusiones == "Conclusión del parcial."
    assert one(store, INFORME, case, InformeOpciones(tipo="final")).conclusiones.endswith("final.")
    assert [s.ejecucion for s in parcial.sesiones] == [
        "Realizada, 40 min", "Realizada, 40 min", "Cancelada", "Movida", "Realizada, 45 min",
    ]  # fmt: skip
    assert parcial.sesiones[0].dia_horario == "6 oct, 13:20 a 14:00"
    assert parcial.resumen_de_sesiones == (
        "3 realizadas de 4 planeadas · 2 horas 5 minutos · 1 cancelada · 1 movida"
    )
    assert parcial.calificaciones == ("Ordóñez Villaseñor, Ximena: 7.4 (antes 5.0).",)
    assert parcial.dirigido == "Ing. Patricia Zúñiga, responsable de tutoría"
    assert parcial.docente_tutor == "Mtro. Raúl Peña"
    assert len(parcial.estudiantes) == 2
    until = InformeOpciones(desde=date(2026, 10, 13), hasta=date(2026, 10, 20))
    assert len(one(store, INFORME, case, until).sesiones) == 2


@pytest.mark.feature("U-94", "U-35")
def test_a_parcial_and_a_final_have_their_own_folio_for_good(
    store: Store, plantel: SmallPlantel
) -> None:
    first, other = intervencion(store, plantel), intervencion(store, plantel, MATE, ("Diego",))
    final = InformeOpciones(tipo="final")

    def folio(case: int, opciones: InformeOpciones | None = None) -> str:
        run = printing.tirada(store, INFORME, [case], opciones)
        printing.issue(store, run)
        return run.datos[0].folio

    assert folio(first) == "IP-2026A-0001"
    assert folio(first, final) == "IF-2026A-0002"
    assert folio(other, final) == "IF-2026A-0003"
    assert folio(first) == "IP-2026A-0001"
    assert folio(first, final) == "IF-2026A-0002"


@pytest.mark.feature("M-74")
def test_the_report_of_the_alumno_tutor_counts_who_came(
    store: Store, plantel: SmallPlantel
) -> None:
    case = intervencion(store, plantel, tutorados=("Ximena", "Diego"))
    held = sessions(store, case, *WEEKS)
    with store.operation("Asistencia", undoable=False):
        for sesion, estado in ((held[0], "falto"), (held[1], "tarde"), (held[4], "justifico")):
            store.asistencias.add(
                domain.Asistencia(sesion=sesion, alumno=plantel["Diego"], estado=estado)
            )
    datos = one(store, INFORME_INTERVENCION, case)
    assert (datos.alumno_tutor, datos.programadas, datos.realizadas) == (
        "Valeria Muñoz Arévalo", "4", "3",
    )  # fmt: skip
    assert datos.tiempo == "2 horas 5 minutos"
    assert {t.nombre: t.asistencias for t in datos.tutorados} == {
        "Ordóñez Villaseñor, Ximena": "3 de 3", "Núñez Peña, Diego Armando": "1 de 3",
    }  # fmt: skip
    assert datos.temas == "Tema 1; Tema 2; Tema 5"
    with store.operation("Informe", undoable=False):
        store.informes.add(
            domain.Informe(intervencion=case, tipo="alumno_tutor", aprendizajes="A esperar.")
        )
        store.informes.add(domain.Informe(intervencion=case, tipo="final", sugerencias="Otra."))
    datos = one(store, INFORME_INTERVENCION, case)
    assert (datos.aprendizajes, datos.sugerencias) == ("A esperar.", "")


@pytest.mark.feature("U-95", "U-58", "S-45")
def test_the_consolidado_has_each_intervencion_in_its_list(
    store: Store, plantel: SmallPlantel
) -> None:
    alone = intervencion(store, plantel, tutorados=("Ximena",))
    group = intervencion(store, plantel, MATE, ("Ximena", "Diego"))
    intervencion(store, plantel, QUIMICA, ("Nora",), estado="cancelada")
    sessions(store, alone, *WEEKS)
    with store.operation("Resultados", undoable=False):
        for row in store.tutorados.where(intervencion=[alone, group]):
            known = {(alone, "Ximena"): "recursa", (group, "Diego"): "igual"}
            name = "Ximena" if row.alumno == plantel["Ximena"] else "Diego"
            result = known.get((row.intervencion or 0, name), "mejoro")
            store.tutorados.change(row.id, resultado=result, despues=58)
        store.informes.add(
            domain.Informe(intervencion=alone, tipo="final", conclusiones="Faltó a la mitad.")
        )
        store.informes.add(
            domain.Informe(periodo=plantel.periodo, tipo="consolidado", sugerencias="Más mesas.")
        )
    datos = one(store, CONSOLIDADO, plantel.periodo)
    assert [(i.tutorado, i.asignatura, i.calificacion, i.resumen) for i in datos.individuales] == [
        ("Ordóñez Villaseñor, Ximena", FISICA, "5.8", "Faltó a la mitad.")
    ]
    assert [(g.asignatura, g.semestre) for g in datos.grupales] == [(MATE, "5.º")]
    assert [(p.lista, p.estudiante) for p in datos.pendientes] == [
        ("igual", "Núñez Peña, Diego Armando"), ("recursa", "Ordóñez Villaseñor, Ximena"),
    ]  # fmt: skip
    assert datos.cifras.startswith("2 intervenciones · 2 tutorados · 3 sesiones realizadas de 4")
    assert (datos.sugerencias, datos.dirigido) == (
        "Más mesas.", "Mtro. Óscar Ibáñez, dirección del plantel",
    )  # fmt: skip


def test_a_cell_takes_whole_sentences() -> None:
    assert in_short("") == ""
    assert in_short("Aprobó. " * 60).count("Aprobó.") < 40
    assert in_short("Una sola oración " + "larga " * 80 + ".").endswith(".")


@pytest.mark.parametrize(
    "formato", [CANALIZACION, INFORME, CONSTANCIA, CONCENTRADO, RENDIMIENTO, CONSOLIDADO],
    ids=lambda formato: formato.key,
)  # fmt: skip
def test_who_is_gone_is_told(store: Store, plantel: SmallPlantel, formato: Formato) -> None:
    with pytest.raises(NotFound):
        printing.tirada(store, formato, [plantel.periodo + 12345])

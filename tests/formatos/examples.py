"""Carnets for the tests: of one, two, three and five subjects, of very long names, of sessions."""

from dataclasses import replace
from datetime import date, timedelta

from app.formatos.carnet import EJEMPLO, CarnetDatos, Reprobada, SesionImpresa

CODES = ("7K3M-9QX", "R6TD-4WA", "H4PX-7MC")


def of(subjects: int, **values: object) -> CarnetDatos:
    """A carnet of so many failed subjects, each with its own tutor, hour and place."""
    reprobadas = tuple(
        Reprobada(f"Asignatura {n}", f"Tutora {n} Yáñez", f"Lunes, 1{n}:20 a 1{n}:50", f"Aula {n}")
        for n in range(1, subjects + 1)
    )
    return replace(EJEMPLO, reprobadas=reprobadas, sesiones={}, **values)  # type: ignore[arg-type]


LARGO = replace(
    EJEMPLO,
    apellido_paterno="Fernández de Lizardi-Hernández y Montes de Oca de la Peñaloza",
    apellido_materno="Villaseñor y Gutiérrez de Velasco-Zúñiga de los Monteros Ruiz",
    nombres="María de los Ángeles Guadalupe Concepción del Sagrado Corazón",
    especialidad="Mantenimiento automotriz y sistemas de control electrónico",
    tutor_del_grupo="Dra. María Guadalupe Concepción Ordóñez-Villagrán y Sepúlveda",
    reprobadas=(
        Reprobada(
            "Temas selectos de matemáticas financieras y estadística II",
            "Íñigo Maximiliano de la Santísima Trinidad Saldaña-Muñoz Ruiz",
            "Miércoles, 13:20 a 14:00",
            "Sala de usos múltiples «Sor Juana»",
        ),
        Reprobada(
            "Diagnostica fallas en los sistemas de inyección electrónica",
            "Ximena Alejandra Yáñez-Güemes y Fernández de Lizardi Montaño",
            "Viernes, 07:00 a 07:40",
            "Laboratorio de cómputo 3, edificio F",
        ),
    ),
    sesiones={},
)


def capitals(datos: CarnetDatos) -> CarnetDatos:
    """The same as lists in capitals have it."""
    names = ("apellido_paterno", "apellido_materno", "nombres", "especialidad", "tutor_del_grupo")
    reprobadas = tuple(
        Reprobada(*(str(v).upper() for v in (r.asignatura, r.alumno_tutor, r.dia_hora, r.lugar)))
        for r in datos.reprobadas
    )
    upper = {name: getattr(datos, name).upper() for name in names}
    return replace(datos, reprobadas=reprobadas, **upper)


def with_sessions(count: int, tema: str = "Ángulos y rectas") -> CarnetDatos:
    """A carnet of two subjects, the first with so many sessions."""
    first = tuple(
        SesionImpresa(date(2026, 9, 1) + timedelta(n), f"{tema} {n}", "Puntual")
        for n in range(count)
    )
    return replace(of(2), sesiones={"Asignatura 1": first})


def all_words(datos: CarnetDatos) -> set[str]:
    """Every word that the paper must show."""
    texts = [
        datos.semestre, datos.apellido_paterno, datos.apellido_materno, datos.nombres,
        datos.grupo, datos.especialidad, datos.tutor_del_grupo, datos.codigo,
    ]  # fmt: skip
    for one in datos.reprobadas:
        texts += [one.asignatura, one.alumno_tutor, one.dia_hora, one.lugar]
    return {word for text in texts for word in text.split()}

"""What the two copies of the ficha general del alumno tutorado show (DOMAIN C.3, M-67)."""

from dataclasses import dataclass

from app.fields import Flag, column
from app.formatos.ejemplos import DOCENTE_TUTOR, MEMBRETE
from app.formatos.membrete import LEYENDA, SIN_MEMBRETE, Membrete


@dataclass(frozen=True)
class ReprobadaImpresa:
    """An asignatura that is owed: which attempt, its result and how it was taken."""

    asignatura: str = ""
    intento: str = ""
    calificacion: str = ""
    tipo: str = ""


@dataclass(frozen=True)
class ParcialesImpresos:
    """What an asignatura of the periodo has so far."""

    asignatura: str = ""
    primero: str = ""
    segundo: str = ""
    tercero: str = ""
    faltas: str = ""


@dataclass(frozen=True)
class ApoyoImpreso:
    """Who attends the alumno in an asignatura, and when."""

    alumno_tutor: str = ""
    asignatura: str = ""
    horario: str = ""


@dataclass(frozen=True)
class HistorialImpreso:
    """An intervención that is over, or a canalización with its date and area only."""

    fecha: str = ""
    intervencion: str = ""
    canalizacion: str = ""
    resultado: str = ""


@dataclass(frozen=True)
class FichaDatos:
    """What a ficha shows; `nivel` and `preferencia` are keys, `regular` None is not known."""

    membrete: Membrete = SIN_MEMBRETE
    folio: str = ""
    matricula: str = ""
    nombre: str = ""
    grupo: str = ""
    semestre: str = ""
    turno: str = ""
    especialidad: str = ""
    docente_tutor: str = ""
    generacion: str = ""
    regular: bool | None = None
    promedio_general: str = ""
    promedio_semestre: str = ""
    reprobadas: tuple[ReprobadaImpresa, ...] = ()
    parciales: tuple[ParcialesImpresos, ...] = ()
    nivel: str = ""
    motivos: str = ""
    correo: str = ""
    telefono: str = ""
    responsable: str = ""
    telefono_responsable: str = ""
    necesidades: str = ""
    capacidades: str = ""
    intereses: str = ""
    preferencia: str = ""
    factores_internos: str = ""
    factores_externos: str = ""
    apoyos: tuple[ApoyoImpreso, ...] = ()
    historial: tuple[HistorialImpreso, ...] = ()
    leyenda: str = LEYENDA


@dataclass(frozen=True)
class FichaOpciones:
    """How fichas are printed, and which data of contact they carry."""

    papel: str = "carta"
    encabezado: bool = column("Encabezado del plantel", Flag(), default=True)
    correo: bool = column("Correo", Flag(), default=True)
    telefono: bool = column("Teléfono", Flag(), default=True)
    responsable: bool = column("Nombre del padre, madre o tutor legal", Flag(), default=True)
    telefono_responsable: bool = column(
        "Teléfono del padre, madre o tutor legal", Flag(), default=True
    )


EN_BLANCO = FichaDatos()
EJEMPLO = FichaDatos(
    membrete=MEMBRETE,
    folio="FG-2026A-0147",
    matricula="24215061300147",
    nombre="Guzmán Peña, María Fernanda",
    grupo="3.º B",
    semestre="3.º",
    turno="Matutino",
    especialidad="Programación",
    docente_tutor=DOCENTE_TUTOR,
    generacion="2025-2028",
    regular=False,
    promedio_general="7.8",
    promedio_semestre="7.4",
    reprobadas=(
        ReprobadaImpresa("Geometría y trigonometría", "2.º", "5", "Recursamiento"),
        ReprobadaImpresa("Química II", "1.º", "5", "Extraordinario"),
    ),
    parciales=(
        ParcialesImpresos("Geometría y trigonometría", "6.0", "7.4", "", "2"),
        ParcialesImpresos("Química II", "5.5", "6.8", "", "4"),
        ParcialesImpresos("Inglés III", "8.0", "8.2", "", "0"),
        ParcialesImpresos("Física I", "7.0", "7.1", "", "1"),
        ParcialesImpresos("Ética y valores", "9.0", "9.2", "", "0"),
    ),
    nivel="alto",
    motivos="Reprobó Geometría y trigonometría dos veces (4 y 5). También debe Química II (5)",
    correo="fer.guzman@correo.example",
    telefono="712 555 0142",
    responsable="José Luis Guzmán Argüello",
    telefono_responsable="712 555 0119",
    necesidades="Planteo de problemas y organización de sus apuntes.",
    capacidades="Dibuja bien y recuerda lo que ve.",
    intereses="Dibujo digital y voleibol",
    preferencia="visual",
    factores_internos="Le faltan bases de álgebra.",
    factores_externos="Viaja una hora para llegar.",
    apoyos=(
        ApoyoImpreso("Íñigo Saldaña Muñoz", "Geometría y trigonometría", "Martes, 13:20 a 14:00"),
        ApoyoImpreso("Ximena Yáñez Güemes", "Química II", "Jueves, 13:20 a 14:00"),
    ),
    historial=(HistorialImpreso("10/02/2026", "Álgebra, individual", "", "Acreditó (7)"),),
)

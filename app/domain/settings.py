"""The rules that a plantel may change; every threshold has its default here and nowhere else."""

from app.fields import Flag, Number, Tenths, column, entity

SETTINGS_ID = 1


@entity
class Settings:
    """Thresholds of risk and of the tutoring (DOMAIN D.3, U-19, U-20, U-21)."""

    id: int = SETTINGS_ID
    minima_aprobatoria: int = column(
        "Calificación mínima para aprobar",
        Tenths(),
        default=60,
        help="Una calificación menor cuenta como reprobada.",
    )
    promedio_bajo: int = column(
        "Promedio que pone en riesgo bajo",
        Tenths(),
        default=70,
        help="Quien no debe asignaturas pero tiene un promedio menor queda en riesgo bajo.",
    )
    reprobadas_alto: int = column(
        "Asignaturas reprobadas para riesgo alto",
        Number(1, 20),
        default=5,
        help="Con este número o más. Una sola que se reprobó dos veces también da riesgo alto.",
    )
    reprobadas_medio: int = column(
        "Asignaturas reprobadas para riesgo medio",
        Number(1, 20),
        default=3,
        help="Con este número o más, sin llegar a riesgo alto. Con menos, es riesgo bajo.",
    )
    faltas_alto: int = column(
        "Porcentaje de faltas para riesgo alto",
        Number(1, 100, "%"),
        default=20,
        help="En la asignatura con más faltas del periodo. 20 % es una clase de cada cinco.",
    )
    faltas_medio: int = column(
        "Porcentaje de faltas para riesgo medio",
        Number(1, 100, "%"),
        default=10,
        help="En la asignatura con más faltas del periodo, sin llegar a riesgo alto.",
    )
    clases_por_parcial: int = column(
        "Clases de una asignatura en un parcial",
        Number(1, 100),
        default=20,
        help="Con este número las faltas se vuelven porcentaje.",
    )
    domina_desde: int = column(
        "Calificación con la que se domina",
        Tenths(),
        default=85,
        help="Con esta calificación o más se propone como alumno tutor de la asignatura.",
    )
    capacidad: int = column(
        "Tutorados por alumno tutor",
        Number(1, 6),
        default=3,
        help="Cuántos puede atender quien no tiene otra capacidad escrita. Seis es el máximo.",
    )
    minutos_semanales: int = column(
        "Minutos de asesoría por semana",
        Number(30, 600, "minutos"),
        default=60,
        help="El tiempo libre en común que se busca para cada par. Treinta es el mínimo.",
    )
    dias_para_plan: int = column(
        "Días hábiles para entregar el plan",
        Number(1, 60, "días"),
        default=10,
        help="Se cuentan desde la asignación, sin los días inhábiles del plantel.",
    )
    exige_regular: bool = column(
        "El alumno tutor debe ser regular",
        Flag(),
        default=True,
        help="Regular es quien no debe ninguna asignatura.",
    )
    mismo_turno: bool = column(
        "Solo del mismo turno",
        Flag(),
        default=False,
        help="Al proponer pares, el alumno tutor y el tutorado deben ser del mismo turno.",
    )
    solo_mayores: bool = column(
        "Solo del mismo semestre o de uno mayor",
        Flag(),
        default=False,
        help="Al proponer pares, el alumno tutor no puede ir en un semestre menor.",
    )
    grupo_maximo: int = column(
        "Tutorados en una misma sesión",
        Number(1, 6),
        default=1,
        help="Al proponer pares, cuántos de la misma asignatura pueden compartir la hora. "
        "Con 1 cada quien tiene la suya.",
    )
    dias_sin_accion: int = column(
        "Días sin ninguna acción",
        Number(1, 180, "días"),
        default=14,
        help="Se avisa de quien está en riesgo y con quien nadie hizo nada en este tiempo.",
    )
    dias_sin_sesion: int = column(
        "Días sin asesorías",
        Number(1, 180, "días"),
        default=14,
        help="Se avisa del caso en marcha que no tuvo asesorías ni tiene fecha para la próxima.",
    )
    dias_sigue_en_riesgo: int = column(
        "Días de tutoría sin salir del riesgo",
        Number(1, 365, "días"),
        default=30,
        help="Se avisa de quien lleva este tiempo con alumno tutor y sigue en riesgo.",
    )
    faltas_a_asesoria: int = column(
        "Faltas a las asesorías",
        Number(1, 20),
        default=2,
        help="Se avisa de quien faltó sin justificar a este número de asesorías, o a más.",
    )
    asesorias_completas: int = column(
        "Asesorías sin faltar para reconocer",
        Number(1, 60),
        default=4,
        help="Se propone reconocer a quien asistió a todas, si fueron este número o más.",
    )

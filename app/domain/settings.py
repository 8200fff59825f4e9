"""The rules that a plantel may change; every threshold has its default here and nowhere else."""

from app.fields import Flag, Number, Tenths, column, entity

SETTINGS_ID = 1


@entity
class Settings:
    """Thresholds of risk and of the tutoring (DOMAIN D.3, U-19, U-20, U-21)."""

    id: int = SETTINGS_ID
    minima_aprobatoria: int = column("Calificación mínima para aprobar", Tenths(), default=60)
    promedio_bajo: int = column("Promedio que pone en riesgo bajo", Tenths(), default=70)
    reprobadas_alto: int = column(
        "Asignaturas reprobadas para riesgo alto", Number(1, 20), default=5
    )
    reprobadas_medio: int = column(
        "Asignaturas reprobadas para riesgo medio", Number(1, 20), default=3
    )
    faltas_alto: int = column("Porcentaje de faltas para riesgo alto", Number(1, 100), default=20)
    faltas_medio: int = column("Porcentaje de faltas para riesgo medio", Number(1, 100), default=10)
    clases_por_parcial: int = column(
        "Clases de una asignatura en un parcial", Number(1, 100), default=20
    )
    domina_desde: int = column("Calificación con la que se domina", Tenths(), default=85)
    capacidad: int = column("Tutorados por alumno tutor", Number(1, 6), default=3)
    minutos_semanales: int = column("Minutos de asesoría por semana", Number(30, 600), default=60)
    dias_para_plan: int = column("Días hábiles para entregar el plan", Number(1, 60), default=10)
    exige_regular: bool = column("El alumno tutor debe ser regular", Flag(), default=True)

"""The history of the schema, oldest step first; a step that was released is never edited.

Literal on purpose: a step must stay true to its day, so it imports nothing of ours.
"""

from typing import Any

from sqlite_utils import Database, Migrations

migrations = Migrations("entre_pares")

_TEXT, _INT = str, int
_DAY = (str, None)


@migrations()
def from_list_to_carnet(db: Database) -> None:
    """The tables of the main job and the journal of everything that happens to them."""
    for name, columns in _TABLES.items():
        _create(db, name, columns)
    for name, columns, unique in _INDEXES:
        db.table(name).create_index(columns, unique=unique)
    db.execute("CREATE UNIQUE INDEX una_matricula ON alumnos(matricula) WHERE matricula <> ''")
    _create_journal(db)


@migrations()
def from_interview_to_final_report(db: Database) -> None:
    """What an intervención needs from the interview to its report, and whom a printing is about."""
    for name, columns in _MORE_COLUMNS.items():
        for column, kind in columns.items():
            db.execute(f"ALTER TABLE {name} ADD COLUMN {column} {kind}")
    for name, columns in _MORE_TABLES.items():
        _create(db, name, columns)
    for name, columns, unique in _MORE_INDEXES:
        db.table(name).create_index(columns, unique=unique)
    _create_levels(db)
    db.execute("UPDATE emisiones SET sujeto = alumno WHERE formato = 'carnet'")
    db.execute(
        "UPDATE emisiones SET sujeto = json_extract(datos, '$.intervencion') WHERE formato = 'plan'"
    )


def _create(db: Database, name: str, columns: dict[str, Any]) -> None:
    """A strict table. `int` may be empty, `str` may not, a tuple is (type, default).

    A text names the parent table and what happens when the parent goes: `!` takes the row along,
    `?` empties the column.
    """
    types: dict[str, Any] = {"id": _INT}
    defaults: dict[str, Any] = {}
    references: list[Any] = []
    for key, spec in columns.items():
        if isinstance(spec, str):
            types[key] = _INT
            references.append((key, spec.rstrip("!?"), "id", spec[-1]))
        elif isinstance(spec, tuple):
            types[key], default = spec
            if default is not None:
                defaults[key] = default
        else:
            types[key] = spec
            if spec is _TEXT:
                defaults[key] = ""
    db.table(name).create(types, pk="id", defaults=defaults, not_null=set(defaults), strict=True)
    for column, parent, other, rule in references:
        action = "CASCADE" if rule == "!" else "SET NULL"
        db.table(name).add_foreign_key(column, parent, other, on_delete=action)


def _create_journal(db: Database) -> None:
    db.execute("""CREATE TABLE operaciones(
        id INTEGER PRIMARY KEY, etiqueta TEXT NOT NULL, cuando TEXT NOT NULL, quien TEXT NOT NULL,
        origen TEXT NOT NULL, deshacible INTEGER NOT NULL, papelera INTEGER NOT NULL,
        deshace INTEGER, adelante INTEGER NOT NULL) STRICT""")
    db.execute("CREATE INDEX operaciones_que_deshacen ON operaciones(deshace)")
    db.execute("""CREATE TABLE cambios(
        id INTEGER PRIMARY KEY,
        operacion INTEGER NOT NULL REFERENCES operaciones(id) ON DELETE CASCADE,
        tabla TEXT NOT NULL, fila INTEGER NOT NULL, antes TEXT, despues TEXT) STRICT""")
    db.execute("CREATE INDEX cambios_de_operacion ON cambios(operacion)")
    db.execute("CREATE INDEX cambios_de_fila ON cambios(tabla, fila)")
    db.execute("""CREATE TABLE riesgos(
        alumno INTEGER PRIMARY KEY REFERENCES alumnos(id) ON DELETE CASCADE, nivel TEXT NOT NULL,
        reprobadas INTEGER NOT NULL, promedio INTEGER, faltas INTEGER, regular INTEGER NOT NULL,
        motivos TEXT NOT NULL) STRICT""")
    db.execute("CREATE INDEX riesgos_por_nivel ON riesgos(nivel)")
    db.execute("""CREATE TABLE adeudos(
        id INTEGER PRIMARY KEY,
        alumno INTEGER NOT NULL REFERENCES alumnos(id) ON DELETE CASCADE,
        asignatura INTEGER NOT NULL REFERENCES asignaturas(id) ON DELETE CASCADE,
        veces INTEGER NOT NULL, desde TEXT NOT NULL) STRICT""")
    db.execute("CREATE UNIQUE INDEX adeudo_de_alumno ON adeudos(alumno, asignatura)")
    db.execute("CREATE INDEX adeudos_de_asignatura ON adeudos(asignatura)")


def _create_levels(db: Database) -> None:
    """The level of risk of each alumno over time; today's levels start the story."""
    db.execute("""CREATE TABLE niveles(
        alumno INTEGER NOT NULL REFERENCES alumnos(id) ON DELETE CASCADE, fecha TEXT NOT NULL,
        nivel TEXT NOT NULL, motivos TEXT NOT NULL, PRIMARY KEY (alumno, fecha)) STRICT""")
    db.execute("INSERT INTO niveles SELECT alumno, date('now', 'localtime'), nivel, motivos"
               " FROM riesgos")  # fmt: skip


_TABLES: dict[str, dict[str, Any]] = {
    "periodos": {"ciclo": _TEXT, "parte": _TEXT, "inicio": _DAY, "fin": _DAY},
    "plantel": {
        "nombre": _TEXT, "cct": _TEXT, "turnos": _TEXT, "director": _TEXT, "localidad": _TEXT,
        "docente": _TEXT, "logo": _TEXT, "leyenda": _TEXT, "periodo": "periodos?",
    },
    "settings": {
        "minima_aprobatoria": _INT, "promedio_bajo": _INT, "reprobadas_alto": _INT,
        "reprobadas_medio": _INT, "faltas_alto": _INT, "faltas_medio": _INT,
        "clases_por_parcial": _INT, "domina_desde": _INT, "capacidad": _INT,
        "minutos_semanales": _INT, "dias_para_plan": _INT, "exige_regular": (_INT, 1),
    },
    "dias_inhabiles": {"fecha": _DAY, "motivo": _TEXT, "periodo": "periodos!"},
    "grupos": {
        "periodo": "periodos!", "semestre": _INT, "nombre": _TEXT, "turno": _TEXT,
        "especialidad": _TEXT, "docente_tutor": _TEXT,
    },
    "asignaturas": {"nombre": _TEXT, "semestre": _INT, "clave": _TEXT},
    "alumnos": {
        "matricula": _TEXT, "apellido_paterno": _TEXT, "apellido_materno": _TEXT, "nombres": _TEXT,
        "curp": _TEXT, "sexo": _TEXT, "nacimiento": _DAY, "grupo": "grupos?", "correo": _TEXT,
        "telefono": _TEXT, "responsable": _TEXT, "telefono_responsable": _TEXT,
        "nuevo_ingreso": (_INT, 0), "estado": _TEXT, "nivel_fijado": _TEXT, "motivo_nivel": _TEXT,
    },
    "correcciones": {"alumno": "alumnos!", "campo": _TEXT, "escrito": _TEXT, "motivo": _TEXT},
    "calificaciones": {
        "alumno": "alumnos!", "asignatura": "asignaturas!", "periodo": "periodos!",
        "parcial": (_INT, 1), "intento": _TEXT, "valor": _INT, "marca": _TEXT, "faltas": _INT,
    },
    "perfiles_tutor": {
        "alumno": "alumnos!", "estado": _TEXT, "iniciativa_propia": (_INT, 0), "rasgos": _TEXT,
        "capacidad": _INT, "desde": _DAY,
    },
    "dominios": {
        "alumno": "alumnos!", "asignatura": "asignaturas!", "calificacion": _INT, "fuente": _TEXT,
        "propuesto_por": _TEXT,
    },
    "disponibilidades": {
        "alumno": "alumnos!", "dia": _INT, "inicio": _INT, "fin": _INT, "ocupacion": _TEXT,
    },
    "intervenciones": {
        "periodo": "periodos!", "asignatura": "asignaturas!", "alumno_tutor": "alumnos?",
        "estado": _TEXT, "asignada": _DAY, "cerrada": _DAY, "motivo": _TEXT,
    },
    "tutorados": {"intervencion": "intervenciones!", "alumno": "alumnos!"},
    "franjas": {
        "intervencion": "intervenciones!", "dia": _INT, "inicio": _INT, "fin": _INT, "lugar": _TEXT,
    },
    "planes": {
        "intervencion": "intervenciones!", "objetivo": _TEXT, "dificultad": _TEXT,
        "necesidades": _TEXT, "contenidos": _TEXT, "resultados": _TEXT, "ambitos": _TEXT,
        "entregado": _DAY,
    },
    "acciones": {
        "plan": "planes!", "texto": _TEXT, "contenido": _TEXT, "semana": _INT, "quien": _TEXT,
        "hecha": (_INT, 0),
    },
    "ajustes": {
        "plan": "planes!", "tipo": _TEXT, "fecha": _DAY, "motivo": _TEXT, "cambio": _TEXT,
    },
    "sesiones": {
        "intervencion": "intervenciones!", "fecha": _DAY, "inicio": _INT, "minutos": _INT,
        "estado": _TEXT, "tema": _TEXT, "observaciones": _TEXT, "motivo": _TEXT, "grupo": _TEXT,
        "semestre": _INT, "alumno_tutor": _TEXT,
    },
    "emisiones": {
        "formato": _TEXT, "folio": _TEXT, "fecha": _DAY, "alumno": _INT, "periodo": _INT,
        "papel": _TEXT, "datos": _TEXT, "cancelada": (_INT, 0),
    },
    "mapeos": {"tipo": _TEXT, "encabezados": _TEXT, "columnas": _TEXT},
}  # fmt: skip

_INDEXES: tuple[tuple[str, tuple[str, ...], bool], ...] = (
    ("grupos", ("periodo", "semestre", "nombre"), False),
    ("alumnos", ("grupo",), False),
    ("correcciones", ("alumno",), False),
    ("calificaciones", ("alumno", "asignatura", "periodo", "parcial", "intento"), True),
    ("calificaciones", ("asignatura",), False),
    ("calificaciones", ("periodo", "parcial"), False),
    ("perfiles_tutor", ("alumno",), True),
    ("dominios", ("alumno", "asignatura"), True),
    ("dominios", ("asignatura",), False),
    ("disponibilidades", ("alumno",), False),
    ("intervenciones", ("alumno_tutor",), False),
    ("intervenciones", ("asignatura",), False),
    ("tutorados", ("alumno",), False),
    ("tutorados", ("intervencion", "alumno"), True),
    ("franjas", ("intervencion",), False),
    ("planes", ("intervencion",), True),
    ("acciones", ("plan",), False),
    ("ajustes", ("plan",), False),
    ("sesiones", ("intervencion", "fecha"), False),
    ("sesiones", ("fecha",), False),
    ("emisiones", ("alumno", "periodo", "formato"), False),
    ("emisiones", ("folio",), False),
)

_WORDS, _YES_NO = "TEXT NOT NULL DEFAULT ''", "INTEGER NOT NULL DEFAULT 0"
_MORE_COLUMNS: dict[str, dict[str, str]] = {
    "plantel": {
        "docente_correo": _WORDS, "docente_telefono": _WORDS, "coordinador": _WORDS,
        "domicilio": _WORDS, "transparencia": _WORDS, "aviso": _WORDS,
    },
    "alumnos": {"acuse_aviso": "TEXT", "fecha_nivel": "TEXT", "quien_nivel": _WORDS},
    "settings": {
        "dias_sin_accion": "INTEGER DEFAULT 14", "dias_sin_sesion": "INTEGER DEFAULT 14",
        "dias_sigue_en_riesgo": "INTEGER DEFAULT 30", "faltas_a_asesoria": "INTEGER DEFAULT 2",
        "asesorias_completas": "INTEGER DEFAULT 4", "mismo_turno": _YES_NO,
        "solo_mayores": _YES_NO, "grupo_maximo": "INTEGER DEFAULT 1",
    },
    "intervenciones": {
        "causa": _WORDS, "enfoque": "TEXT NOT NULL DEFAULT 'academica'", "propositos": _WORDS,
        "normas": _WORDS, "carta_tutor": "TEXT",
    },
    "tutorados": {
        "carta": "TEXT", "antes": "INTEGER", "despues": "INTEGER", "resultado": _WORDS,
    },
    "planes": {
        "objetivos": _WORDS, "aprendizajes": _WORDS, "estrategias": _WORDS,
        "otras_estrategias": _WORDS, "recursos": _WORDS, "evidencia": _WORDS,
    },
    "acciones": {"ambito": _WORDS},
    "sesiones": {
        "actividad": _WORDS, "ambito": _WORDS, "recomendaciones": _WORDS, "cumplida": _WORDS,
        "causa": _WORDS, "quien": _WORDS, "imprevista": _YES_NO, "firmada": _YES_NO,
    },
    "emisiones": {"sujeto": "INTEGER"},
}  # fmt: skip
_MORE_TABLES: dict[str, dict[str, Any]] = {
    "fichas": {
        "alumno": "alumnos!", "elaborada": _DAY, "generacion": _TEXT, "necesidades": _TEXT,
        "capacidades": _TEXT, "intereses": _TEXT, "factores_internos": _TEXT,
        "factores_externos": _TEXT, "signos": _TEXT, "preferencia": _TEXT, "prueba": _TEXT,
    },
    "entrevistas": {
        "intervencion": "intervenciones!", "alumno": "alumnos!", "fecha": _DAY, "lugar": _TEXT,
        "entrevistador": _TEXT, "se_dificulta": _TEXT, "temas": _TEXT, "primera_vez": _TEXT,
        "sale_bien": _TEXT, "donde_estudia": _TEXT, "horas_estudio": _INT, "apuntes": _TEXT,
        "examen": _TEXT, "no_entiende": _TEXT, "signos": _TEXT, "intereses": _TEXT,
        "tardes": _TEXT, "trabaja": (_INT, 0), "horas_trabajo": _INT, "preocupaciones": _TEXT,
        "expectativas": _TEXT, "apoyo": _TEXT, "faltas": _TEXT, "acuerdos": _TEXT,
        "proxima": _DAY,
    },
    "conocimientos": {"entrevista": "entrevistas!", "tema": _TEXT, "nivel": _TEXT},
    "incumplimientos": {
        "intervencion": "intervenciones!", "fecha": _DAY, "quien": _TEXT, "alumno": "alumnos!",
        "tipo": _TEXT, "detalle": _TEXT, "medida": _TEXT,
    },
    "asistencias": {"sesion": "sesiones!", "alumno": "alumnos!", "estado": _TEXT},
    "informes": {
        "intervencion": "intervenciones!", "periodo": "periodos!", "tipo": _TEXT,
        "entregado": _DAY, "dirigido": _TEXT, "asunto": _TEXT, "introduccion": _TEXT,
        "temas": _TEXT, "metas": _TEXT, "mejoras": _TEXT, "dificultades": _TEXT,
        "acciones": _TEXT, "estrategias": _TEXT, "resultados": _TEXT, "incidentes": _TEXT,
        "funciono": _TEXT, "aprendizajes": _TEXT, "conclusiones": _TEXT, "sugerencias": _TEXT,
    },
    "decisiones": {
        "tipo": _TEXT, "alumno": "alumnos!", "alumno_tutor": "alumnos!",
        "asignatura": "asignaturas!", "motivo": _TEXT, "fecha": _DAY,
    },
    "actas": {"fecha": _DAY, "datos": _TEXT},
    "lugares": {"nombre": _TEXT, "capacidad": _INT},
    "plantillas": {"clave": _TEXT, "texto": _TEXT},
    "pausas": {
        "tipo": _TEXT, "alumno": "alumnos!", "intervencion": "intervenciones!", "fecha": _DAY,
        "hasta": _DAY, "motivo": _TEXT, "quien": _TEXT,
    },
    "logros": {
        "alumno": "alumnos!", "intervencion": "intervenciones?", "fecha": _DAY, "texto": _TEXT,
        "quien": _TEXT,
    },
}  # fmt: skip
_MORE_INDEXES: tuple[tuple[str, tuple[str, ...], bool], ...] = (
    ("fichas", ("alumno",), True),
    ("entrevistas", ("intervencion", "alumno"), True),
    ("entrevistas", ("alumno",), False),
    ("conocimientos", ("entrevista",), False),
    ("incumplimientos", ("intervencion",), False),
    ("asistencias", ("sesion", "alumno"), True),
    ("asistencias", ("alumno",), False),
    ("informes", ("intervencion", "tipo"), False),
    ("decisiones", ("alumno",), False),
    ("decisiones", ("alumno_tutor",), False),
    ("plantillas", ("clave",), True),
    ("emisiones", ("formato", "sujeto"), False),
    ("pausas", ("tipo",), False),
    ("pausas", ("alumno",), False),
    ("pausas", ("intervencion",), False),
    ("logros", ("alumno",), False),
    ("logros", ("intervencion",), False),
)

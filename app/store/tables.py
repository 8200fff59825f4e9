"""The typed tables of a file, one of each entity."""

from app import domain
from app.store.table import Gate, Table


class Tables:
    """What a store has to read and to write records: `store.alumnos`, `store.grupos`."""

    def make_tables(self, gate: Gate) -> None:
        """Ties the tables to the gate that lets them write."""
        self.plantel = Table(gate, "plantel", domain.Plantel)
        self.settings = Table(gate, "settings", domain.Settings)
        self.periodos = Table(gate, "periodos", domain.Periodo)
        self.dias_inhabiles = Table(gate, "dias_inhabiles", domain.DiaInhabil)
        self.grupos = Table(gate, "grupos", domain.Grupo)
        self.asignaturas = Table(gate, "asignaturas", domain.Asignatura)
        self.alumnos = Table(gate, "alumnos", domain.Alumno)
        self.correcciones = Table(gate, "correcciones", domain.Correccion)
        self.calificaciones = Table(gate, "calificaciones", domain.Calificacion)
        self.perfiles_tutor = Table(gate, "perfiles_tutor", domain.PerfilTutor)
        self.dominios = Table(gate, "dominios", domain.Dominio)
        self.disponibilidades = Table(gate, "disponibilidades", domain.Disponibilidad)
        self.intervenciones = Table(gate, "intervenciones", domain.Intervencion)
        self.tutorados = Table(gate, "tutorados", domain.Tutorado)
        self.fichas = Table(gate, "fichas", domain.Ficha)
        self.entrevistas = Table(gate, "entrevistas", domain.Entrevista)
        self.conocimientos = Table(gate, "conocimientos", domain.Conocimiento)
        self.incumplimientos = Table(gate, "incumplimientos", domain.Incumplimiento)
        self.franjas = Table(gate, "franjas", domain.Franja)
        self.planes = Table(gate, "planes", domain.Plan)
        self.acciones = Table(gate, "acciones", domain.Accion)
        self.ajustes = Table(gate, "ajustes", domain.Ajuste)
        self.sesiones = Table(gate, "sesiones", domain.Sesion)
        self.asistencias = Table(gate, "asistencias", domain.Asistencia)
        self.informes = Table(gate, "informes", domain.Informe)
        self.decisiones = Table(gate, "decisiones", domain.Decision)
        self.actas = Table(gate, "actas", domain.Acta)
        self.lugares = Table(gate, "lugares", domain.Lugar)
        self.plantillas = Table(gate, "plantillas", domain.Plantilla)
        self.pausas = Table(gate, "pausas", domain.Pausa)
        self.logros = Table(gate, "logros", domain.Logro)
        self.emisiones = Table(gate, "emisiones", domain.Emision)
        self.mapeos = Table(gate, "mapeos", domain.Mapeo)

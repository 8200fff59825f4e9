"""What the capture of a carnet needs: codes with their owners, whose cases, how each came."""

from app.store import Store


def codigos(store: Store) -> dict[str, str]:
    """Every code of a printed carnet with the name of its alumno."""
    sql = """
        SELECT e.folio, a.nombres || ' ' || coalesce(nullif(a.apellido_paterno, ''),
            a.apellido_materno)
        FROM emisiones e JOIN alumnos a ON a.id = e.alumno
        WHERE e.formato = 'carnet' AND e.cancelada = 0 ORDER BY e.id DESC
    """
    return dict(store.query(sql))


def codigo_de(store: Store, alumno: int, periodo: int) -> str:
    """The code that is on the carnet of an alumno, or the empty text."""
    sql = """
        SELECT folio FROM emisiones WHERE formato = 'carnet' AND cancelada = 0 AND alumno = ?
            AND periodo = ? ORDER BY id DESC LIMIT 1
    """
    rows = store.query(sql, (alumno, periodo))
    return rows[0][0] if rows else ""


def casos(store: Store, alumno: int, periodo: int) -> list[int]:
    """The intervenciones of a tutorado in a periodo, or still open; the cancelled last, with work.

    A cancelled one counts only if some session of it was held.
    """
    sql = """
        SELECT i.id FROM intervenciones i JOIN tutorados t ON t.intervencion = i.id
        JOIN asignaturas s ON s.id = i.asignatura
        WHERE t.alumno = ? AND (i.periodo = ? OR i.estado NOT IN ('cerrada', 'cancelada'))
            AND (i.estado <> 'cancelada' OR EXISTS (
                SELECT 1 FROM sesiones x WHERE x.intervencion = i.id AND x.estado = 'dada'))
        ORDER BY i.estado IN ('cerrada', 'cancelada'), s.semestre, s.nombre, i.id
    """
    return [row[0] for row in store.query(sql, (alumno, periodo))]


def asistencias(store: Store, alumno: int, intervencion: int) -> dict[int, str]:
    """How an alumno came to each session of an intervención."""
    sql = """
        SELECT m.sesion, m.estado FROM asistencias m JOIN sesiones x ON x.id = m.sesion
        WHERE m.alumno = ? AND x.intervencion = ?
    """
    return dict(store.query(sql, (alumno, intervencion)))


def con_tarjeta(store: Store, periodo: int) -> list[tuple[int, str, str, int | None, str]]:
    """Who has a carnet to capture: id, matrícula, name as in lists, semestre, grupo."""
    sql = """
        SELECT DISTINCT a.id, a.matricula,
            trim(a.apellido_paterno || ' ' || a.apellido_materno) || ', ' || a.nombres,
            g.semestre, coalesce(g.nombre, '')
        FROM tutorados t JOIN intervenciones i ON i.id = t.intervencion
        JOIN alumnos a ON a.id = t.alumno LEFT JOIN grupos g ON g.id = a.grupo
        WHERE i.periodo = ? OR i.estado NOT IN ('cerrada', 'cancelada')
        ORDER BY a.apellido_paterno, a.apellido_materno, a.nombres
    """
    return store.query(sql, (periodo,))

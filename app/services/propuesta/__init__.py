"""The pairing of the whole plantel: read, propose, explain, decide, accept.

For a window: `read(store)` on the thread of the store (`mover`: intervenciones that may change,
as those that do not hold any more, `fallen(store)`);
then, on any thread, with plain data only and a `stop` to cancel:

- `propose(lectura, stop, tick)` gives the `Propuesta`: its `parejas`, `sin_tutor`, `objetivos`.
- `facts(propuesta, pareja)` says why a pair; `reason(propuesta, need)` why nobody and who was
  nearest; `remedy(propuesta, need, stop)` the smallest change, checked by proposing again;
  `pending(propuesta, stop, tick)` both for everybody left out.
- `options(propuesta, key, stop)` gives the other alumnos tutores of a need and who would lose;
  `what_if(propuesta, {key: alumno_tutor or None})` a move by hand with its consequences;
  `compared(before, after)` two proposals.
- `demand(propuesta)` says whom to recruit.

Back on the thread of the store: `fix`, `forbid`, `release` keep what a person decides (read again
after them); `accept(store, propuesta, keys)` stores all or some, in one step, with its acta.
"""

from app.services.propuesta.aceptar import Aceptado, accept
from app.services.propuesta.alternativas import (
    Alternativa,
    Consecuencia,
    Demanda,
    compared,
    demand,
    options,
    what_if,
)
from app.services.propuesta.caidas import fallen
from app.services.propuesta.decisiones import fix, forbid, release
from app.services.propuesta.lectura import Lectura, Necesidad, read
from app.services.propuesta.motivos import Motivo, Pendiente, explained, facts, pending, reason
from app.services.propuesta.propuesta import Pareja, Propuesta, propose
from app.services.propuesta.remedios import Cupo, Hora, Recluta, Remedio, remedy

__all__ = [
    "Aceptado",
    "Alternativa",
    "Consecuencia",
    "Cupo",
    "Demanda",
    "Hora",
    "Lectura",
    "Motivo",
    "Necesidad",
    "Pareja",
    "Pendiente",
    "Propuesta",
    "Recluta",
    "Remedio",
    "accept",
    "compared",
    "demand",
    "explained",
    "facts",
    "fallen",
    "fix",
    "forbid",
    "options",
    "pending",
    "propose",
    "read",
    "reason",
    "release",
    "remedy",
    "what_if",
]

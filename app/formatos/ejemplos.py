"""What the examples of the forms share: a made-up plantel and its people."""

from app.formatos.membrete import Membrete

MEMBRETE = Membrete(
    nombre="Centro de Bachillerato Tecnológico industrial y de servicios núm. 214",
    cct="15DCT0214K",
    turno="Matutino",
    ciclo="2026-2027",
    periodo="agosto 2026 – enero 2027",
)
LUGAR_Y_FECHA = "Ixtlahuaca de Rayón, Estado de México, a 8 de septiembre de 2026"
ALUMNO_TUTOR = "Íñigo Saldaña Muñoz"
DOCENTE_TUTOR = "Mtra. Leticia Ordóñez Villagrán"
DIRECTORA = "Ing. Patricia Zúñiga Bárcenas"

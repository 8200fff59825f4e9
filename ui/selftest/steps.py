"""Everything the program can do, in the order of the walk: a new capability adds its line here."""

from collections.abc import Callable
from functools import partial

from app.formatos import FORMATOS
from ui.selftest import files, paper, program, window
from ui.selftest.pictures import DIALOGS
from ui.selftest.walk import Walk
from ui.tabs import TABS

Step = tuple[str, Callable[[Walk], str | None]]
"""The name of a step, and the function that does it and gives a detail for the result."""

STEPS: tuple[Step, ...] = (
    ("Hacer el plantel de demostración", files.make_plantel),
    ("Abrir la ventana", window.open_window),
    *((f"Ver la pestaña {tab.title}", partial(window.see_tab, tab.key)) for tab in TABS),
    *(
        (f"Ver el diálogo {' '.join(filter(None, one))}", partial(window.see_dialog, *one))
        for one in DIALOGS
    ),
    ("Calcular la asignación del periodo", window.see_proposal),
    ("Buscar", window.search),
    ("Posponer una alerta", window.put_off),
    ("Botones en español", program.buttons_in_spanish),
    ("Iconos", program.icons),
    ("Imágenes PNG y JPEG", program.pictures),
    ("Textos de ayuda y licencias", program.texts),
    ("Motor de cifrado", program.encryption_engine),
    ("Asignar a todo el plantel", files.pair),
    ("Deshacer la asignación", files.undo_pairing),
    ("Importar una lista", files.import_list),
    ("Deshacer la importación", files.undo_import),
    ("Exportar a Excel", files.export),
    *(
        (f"Imprimir {formato.key} en {papel}", partial(paper.print_form, formato, papel))
        for formato in FORMATOS
        for papel in formato.papers
    ),
    *(
        (f"Imprimir {formato.key} con datos del plantel", partial(paper.print_real, formato))
        for formato in FORMATOS
    ),
    ("Letra de los formatos", paper.embedded_letters),
    ("Impresora", paper.printer),
    ("Guardar una copia", files.copy),
    ("Verificar el archivo", files.verify),
    ("Verificar con la línea de órdenes", files.verify_by_order),
    ("Cerrar el plantel", window.close_plantel),
)

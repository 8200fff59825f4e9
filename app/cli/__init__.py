"""The command line: the services of the program without its window, one module for each verb."""

import sys

from app.cli.console import complain, prepare

VERBS = {
    "demo": "hace un archivo nuevo con un plantel de ejemplo",
    "nuevo": "hace un archivo nuevo para un plantel",
    "importar": "agrega al archivo lo que trae una lista",
    "listar": "escribe una lista del archivo",
    "asignar": "propone quién atiende a quién y lo guarda",
    "imprimir": "hace un PDF de un formato",
    "exportar": "hace una tabla para Excel",
    "verificar": "revisa que el archivo esté completo",
    "deshacer": "deshace lo último que se hizo en el archivo",
}
"""The verbs with what they do; each is a module of this package with `configure` and `run`."""

DONE, REFUSED, MISUSED = 0, 1, 2


def main(argv: list[str] | None = None) -> int:
    """Does what the arguments say; 0 done, 1 the data or file did not allow it, 2 wrong use."""
    arguments = sys.argv[1:] if argv is None else argv
    prepare()
    try:
        return _run(arguments)
    except KeyboardInterrupt:
        complain("Se interrumpió; lo que no se terminó no se guardó.")
        return REFUSED
    except BrokenPipeError:
        return REFUSED
    except Exception as defect:  # noqa: BLE001 the user gets a sentence, the report gets the rest
        return _explain(defect)


def _run(arguments: list[str]) -> int:
    from app.cli.arguments import parse

    chosen = parse(arguments)
    return DONE if chosen is None else chosen.run(chosen)


def _explain(problem: Exception) -> int:
    from app.cli.arguments import Misuse
    from app.errors import AppError, Cancelled

    if isinstance(problem, Misuse):
        complain(str(problem))
        return MISUSED
    if isinstance(problem, Cancelled):
        complain("Se canceló; no cambió nada.")
    elif isinstance(problem, AppError):
        complain(str(problem))
    else:
        from app import reports

        path = reports.write(type(problem), problem, problem.__traceback__)
        complain(f"Algo falló en el programa y no se guardó nada. El informe quedó en «{path}».")
    return REFUSED

"""The self-test of the installed program (`--selftest CARPETA`): it does everything it can do."""

RESULT = "resultado.json"

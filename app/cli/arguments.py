"""The arguments of the command line, explained and refused in Spanish."""

import argparse
import re
import sys
from collections.abc import Iterable
from importlib import import_module
from pathlib import Path
from typing import Any, NoReturn

from app import VERSION
from app.cli import VERBS
from app.cli.console import say
from app.text import joined


class Misuse(Exception):
    """Arguments that cannot be understood, in one sentence."""


_WORDS = (
    (r"the following arguments are required: (.*)", "falta {0}"),
    (r"unrecognized arguments: (.*)", "no se entiende «{0}»"),
    (r"argument (.*?): expected one argument", "a «{0}» le falta su valor"),
    (r"argument (.*?): expected at least one argument", "a «{0}» le falta su valor"),
    (
        r"argument (.*?): invalid choice: '?(.*?)'? \(choose from (.*)\)",
        "«{1}» no vale para {0}; hay {2}",
    ),
    (r"argument (.*?): invalid .* value: '?(.*?)'?", "«{1}» no sirve para «{0}»"),
    (r"argument (.*?): not allowed with argument (.*)", "«{0}» no va junto con «{1}»"),
    (r"argument (.*?): ignored explicit argument '?(.*?)'?", "«{0}» no lleva el valor «{1}»"),
    (r"argument (.*?): (.*)", "{0}: {1}"),
)
_PROGRAM = Path(sys.executable).stem if getattr(sys, "frozen", False) else "python -m app"
_FOR_HELP = ("-h", "--ayuda", "--help")


class _Format(argparse.RawDescriptionHelpFormatter):
    def add_usage(
        self, usage: str | None, actions: Iterable[Any], groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:  # fmt: skip
        super().add_usage(usage, actions, groups, prefix or "Uso: ")


class Parser(argparse.ArgumentParser):
    """A parser that raises Misuse with a Spanish sentence and never ends the program."""

    def __init__(self, prog: str, description: str) -> None:
        super().__init__(
            prog=prog,
            description=description,
            formatter_class=_Format,
            add_help=False,
            allow_abbrev=False,
        )
        self._positionals.title = "Datos"
        self._optionals.title = "Opciones"

    def error(self, message: str) -> NoReturn:
        """Raises Misuse in place of writing to the console."""
        for pattern, sentence in _WORDS:
            if found := re.fullmatch(pattern, message):
                parts = [re.sub(r"['\"]", "", part or "") for part in found.groups()]
                raise Misuse(self._with_hint(sentence.format(*parts)))
        raise Misuse(self._with_hint("no se entienden los argumentos"))

    def _with_hint(self, sentence: str) -> str:
        return f"{sentence[:1].upper()}{sentence[1:]}. Vea «{self.prog} --ayuda»."


def positive(typed: str) -> int:
    """A whole number from 1 on, for the arguments that count."""
    value = int(typed)
    if value < 1:
        raise ValueError(typed)
    return value


def parse(arguments: list[str]) -> argparse.Namespace | None:
    """The verb with its arguments, `run` among them; None when only help was asked and given.

    Raises Misuse.
    """
    if not arguments or arguments[0] in _FOR_HELP:
        say(_overview())
        return None
    if arguments[0] == "--version":
        say(f"Entre Pares {VERSION}")
        return None
    verb, rest = arguments[0], arguments[1:]
    if verb not in VERBS:
        raise Misuse(f"«{verb}» no es una orden ni un archivo. Hay {joined(list(VERBS))}.")
    module = import_module(f"app.cli.{verb}")
    parser = _parser(verb)
    module.configure(parser)
    if any(word in _FOR_HELP for word in rest):
        say(parser.format_help().rstrip())
        return None
    chosen = parser.parse_args(rest)
    chosen.run = module.run
    return chosen


def _parser(verb: str) -> Parser:
    text = VERBS[verb]
    return Parser(f"{_PROGRAM} {verb}", f"{text[:1].upper()}{text[1:]}.")


def _overview() -> str:
    width = max(map(len, VERBS))
    return "\n".join(
        [
            f"Uso: {_PROGRAM} ORDEN ARCHIVO [opciones]",
            f"     {_PROGRAM} [ARCHIVO]   abre la ventana",
            "",
            *(f"  {verb:{width}}  {text}" for verb, text in VERBS.items()),
            "",
            f"«{_PROGRAM} ORDEN --ayuda» explica cada orden.",
        ]
    )

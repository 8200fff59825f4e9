"""Errors that the user can act on; their text is Spanish and is shown as it is.

Anything else that is raised is a defect of the program: it goes to a report file (`app.reports`).
"""


class AppError(Exception):
    """What happened and what to do, in one Spanish sentence for the user."""


class InvalidValue(AppError):
    """A datum that its declaration does not accept; `key` names the field."""

    def __init__(self, key: str, message: str) -> None:
        super().__init__(message)
        self.key = key


class NotFound(AppError):
    """A record that somebody asked for and that the file does not have."""


class FileTooNew(AppError):
    """The file was made by a newer version of the program."""


class FileInUse(AppError):
    """Another window or computer has the file open."""


class FileDamaged(AppError):
    """The file cannot be read as a file of Entre Pares."""


class DiskProblem(AppError):
    """The disk did not let the file be written or read; what was stored before is complete."""


class ReadOnly(DiskProblem):
    """The file can be read but not written."""


class SheetRejected(AppError):
    """A list that cannot be read safely; nothing was imported."""


class DoesNotFit(AppError):
    """A text that does not fit its place on paper, however much it shrinks."""


class Cancelled(Exception):
    """The user stopped a long piece of work; not an error."""

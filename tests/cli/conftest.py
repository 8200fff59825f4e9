"""The command line inside the test: status, what it says and what it complains of."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from app.cli import main


@dataclass(frozen=True)
class Said:
    """How a verb ended."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()


Cli = Callable[..., Said]


@pytest.fixture
def cli(capsys: pytest.CaptureFixture[str]) -> Cli:
    """Runs a verb; a problem must be one Spanish sentence and never a traceback."""

    def run(*arguments: object) -> Said:
        capsys.readouterr()
        status = main([str(one) for one in arguments])
        out, err = capsys.readouterr()
        assert "Traceback" not in out + err
        if status:
            assert err.count("\n") == 1
            assert err[0] == "«" or err[0].isupper()
        else:
            assert err == ""
        return Said(status, out, err)

    return run

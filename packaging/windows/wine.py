"""Wine as a Windows 10 of its own: a fresh prefix, a user with ñ, a screen that nobody sees."""

import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from environment import Problem

HERE = Path(__file__).parent
WINE = Path("/usr/lib/wine/wine64")  # Debian puts neither on PATH
SERVER = Path("/usr/lib/wine/wineserver64")
USER = "José Ñandú Peña"
SCREEN = "1366x768x24"
# A crash ends at once instead of waiting for a debugger; no menus in the home of whoever builds.
_OVERRIDES = "mscoree,mshtml,winedbg.exe,winemenubuilder.exe="
_SHIMS = {"icuuc": (), "bcryptprimitives": ("-ladvapi32",)}


class Screen:
    """An X server without a monitor, on the first display that is free."""

    def __enter__(self) -> Self:
        reading, writing = os.pipe()
        command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", SCREEN, "-nolisten", "tcp"]
        self._server = subprocess.Popen(
            command, pass_fds=[writing], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        os.close(writing)
        with os.fdopen(reading) as answer:
            self.display = f":{answer.readline().strip()}"
        if self.display == ":":
            self._server.wait()
            raise Problem("Xvfb gave no display; try it by hand: Xvfb -displayfd 1")
        return self

    def __exit__(self, *_error: object) -> None:
        self._server.terminate()
        self._server.wait()


class Wine:
    """One Windows in a folder; leaving the `with` ends every program in it."""

    def __init__(self, folder: Path, display: str) -> None:
        self.prefix = folder / "prefix"
        home = folder / "home"
        home.mkdir(parents=True, exist_ok=True)
        kept = {key: os.environ[key] for key in ("PATH", "TZ") if key in os.environ}
        self.environment = kept | {
            "WINEPREFIX": str(self.prefix), "WINEARCH": "win64", "WINEDEBUG": "-all",
            "WINEDLLOVERRIDES": _OVERRIDES, "HOME": str(home), "USER": USER, "DISPLAY": display,
            "LC_ALL": "C.UTF-8", "PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1",
        }  # fmt: skip

    def __enter__(self) -> Self:
        shutil.rmtree(self.prefix, ignore_errors=True)
        self._call([WINE, "wineboot", "-i"], 180)
        self._own_folders()
        self.run(["winecfg", "/v", "win10"])
        self.run(["regedit", "/S", self.path(HERE / "wine" / "fonts.reg")])
        self._complete()
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        self._call([SERVER, "-k"], 60)

    @property
    def drive(self) -> Path:
        """Drive C: of this Windows."""
        return self.prefix / "drive_c"

    @property
    def home(self) -> Path:
        """The folder of the user in drive C:."""
        return self.drive / "users" / USER

    @property
    def local(self) -> Path:
        """`%LOCALAPPDATA%`."""
        return self.home / "AppData" / "Local"

    def path(self, path: Path) -> str:
        """The path as Windows writes it."""
        if path.is_relative_to(self.drive):
            inside = path.relative_to(self.drive).as_posix()
            return "C:\\" + inside.replace("/", "\\")
        return "Z:" + str(path.absolute()).replace("/", "\\")

    def run(
        self,
        command: Sequence[str],
        timeout: int = 120,
        env: Mapping[str, str] | None = None,
        cwd: Path | None = None,
    ) -> subprocess.CompletedProcess[str]:
        """Runs a Windows program to its end; what it said is one text.

        The output is a pipe because Windows' Python cannot write to a plain file here.
        Raises Problem when it does not end in `timeout` seconds.
        """
        process = self.start(command, env, cwd, subprocess.PIPE)
        try:
            said, _ = process.communicate(timeout=timeout)
        except subprocess.TimeoutExpired:
            process.kill()
            raise Problem(f"It did not end in {timeout} s: {' '.join(command)}") from None
        return subprocess.CompletedProcess(command, process.returncode, said)

    def start(
        self,
        command: Sequence[str],
        env: Mapping[str, str] | None = None,
        cwd: Path | None = None,
        output: int = subprocess.DEVNULL,
    ) -> subprocess.Popen[str]:
        """Starts a Windows program and goes on."""
        return subprocess.Popen(
            [str(WINE), *command], env={**self.environment, **(env or {})}, text=True,
            stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT,
            encoding="utf-8", errors="replace", cwd=cwd or self.drive,
        )  # fmt: skip

    def settle(self) -> None:
        """Waits until the registry is on disk, once no program runs."""
        self._call([SERVER, "-w"], 60)

    def _own_folders(self) -> None:
        """Desktop, Documents… of its own: Wine links them to those of whoever builds."""
        for link in (self.drive / "users").glob("*/*"):
            if link.is_symlink():
                link.unlink()
                link.mkdir()

    def _complete(self) -> None:
        """What Qt and PDFium ask of Windows 10 and Wine 8 does not have."""
        system = self.drive / "windows" / "system32"
        for profile in (system / "spool" / "drivers" / "color").glob("*"):
            profile.unlink()  # else Qt calls a function of colour profiles that is missing
        for name, libraries in _SHIMS.items():
            source, library = HERE / "wine" / f"{name}.c", system / f"{name}.dll"
            library.unlink(missing_ok=True)
            gcc = ["x86_64-w64-mingw32-gcc", "-O2", "-shared", "-nostdlib", "-s"]
            subprocess.run([*gcc, "-o", library, source, *libraries], check=True)

    def _call(self, command: Sequence[str | Path], timeout: int) -> None:
        quiet = subprocess.DEVNULL
        try:
            subprocess.run(
                command, env=self.environment, timeout=timeout, check=False,
                stdin=quiet, stdout=quiet, stderr=quiet,
            )  # fmt: skip
        except subprocess.TimeoutExpired:
            raise Problem(f"Wine did not answer in {timeout} s: {command[-1]}") from None

"""The installer tried from beginning to end in one Windows, as the people who use it would."""

import json
import shutil
import sys
import time
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from environment import ROOT, call, say

from .wine import Wine
from .witness import (
    PATIENCE,
    digests,
    expect,
    lend_classes,
    listing,
    picture,
    registry,
    until,
    value,
)

EXE, UNINSTALLER, STRAY = "EntrePares.exe", "Desinstalar.exe", "_internal/sobra.txt"
OLD_SCHEMA = ROOT / "tests" / "files" / "esquema-1.entrepares"
FEWEST_COLOURS = 30
TOO_OLD, OPEN, NEWER = 3, 5, 6
_KEY = r"Software\EntrePares"
_CLASSES = r"Software\Classes"
_UNINSTALL = r"Software\Microsoft\Windows\CurrentVersion\Uninstall\EntrePares"
_NOT_RUNNING = 128


@dataclass(frozen=True)
class Pieces:
    """What was built: the two installers, the frozen folder and the portable ZIP."""

    setup: Path
    version: str
    older: Path
    older_version: str
    frozen: Path
    portable: Path


class Trial:
    """One run over all the steps; the first that fails raises Unexpected."""

    def __init__(self, wine: Wine, pieces: Pieces, results: Path) -> None:
        self.wine, self.pieces, self.results = wine, pieces, results
        self.program = wine.local / "Programs" / "EntrePares"
        documents = wine.home / "Documents"
        self.old_data = documents / "Plantel de la maestra Íñiguez.entrepares"
        self.plantel = documents / "Otro plantel.entrepares"
        self.settings = wine.local / "Entre Pares" / "ventana.ini"
        self.shortcut = wine.home / "Desktop" / "Entre Pares.lnk"
        self.menu = wine.home / (
            "AppData/Roaming/Microsoft/Windows/Start Menu/Programs/Entre Pares.lnk"
        )
        shutil.rmtree(results, ignore_errors=True)
        results.mkdir(parents=True)

    def run(self) -> None:
        """All the steps, in the order of the life of an installed program."""
        self.files_before = listing(self.wine.drive)
        self.registry_before = self._registry()
        steps: tuple[Callable[[], None], ...] = (
            self.an_old_windows_is_refused,
            self.the_older_version_is_installed,
            self.a_double_click_opens_the_file,
            self.nothing_is_touched_while_it_is_open,
            self.an_upgrade_that_is_cut_harms_nothing,
            self.the_upgrade_keeps_the_data,
            self.the_old_data_opens,
            self.the_self_test_passes,
            self.an_older_installer_is_refused,
            self.another_folder_is_obeyed,
            self.uninstalling_leaves_only_the_data,
            self.the_portable_copy_keeps_to_itself,
        )
        for step in steps:
            started = time.monotonic()
            step()
            say(f"  {step.__name__.replace('_', ' ')}: {time.monotonic() - started:.1f} s")

    def an_old_windows_is_refused(self) -> None:
        """Windows 8.1 gets its own exit status and no file."""
        self.wine.run(["winecfg", "/v", "win81"])
        status = self._install(self.pieces.setup)
        self.wine.run(["winecfg", "/v", "win10"])
        expect(status == TOO_OLD, f"on Windows 8.1 the installer gave {status}")
        expect(not self.program.exists(), "something was installed on Windows 8.1")

    def the_older_version_is_installed(self) -> None:
        """What a plantel had since last year, with its data and settings."""
        self._must_install(self.pieces.older)
        expect((self.program / STRAY).exists(), "the older version lacks its own file")
        self._assert_registered(self.pieces.older_version)
        expect(self.menu.exists(), "there is no shortcut in the Start menu")
        expect(self.shortcut.exists(), "there is no shortcut on the desktop")
        self._make_data()

    def a_double_click_opens_the_file(self) -> None:
        """The association, as the desktop uses it."""
        self._open(self.plantel)
        colours = picture(self.wine, self.results / "doble_clic.png")
        expect(colours > FEWEST_COLOURS, f"the window is blank: {colours} colours")

    def nothing_is_touched_while_it_is_open(self) -> None:
        """Neither the installer nor the uninstaller; both say it by their exit status."""
        before = digests(self.program)
        installing = self._install(self.pieces.setup)
        removing = self._uninstall(self.program)
        expect(installing == OPEN, f"over the open program the installer gave {installing}")
        expect(removing == OPEN, f"over the open program the uninstaller gave {removing}")
        expect(digests(self.program) == before, "files of the open program were touched")
        self._close()

    def an_upgrade_that_is_cut_harms_nothing(self) -> None:
        """The installer killed while it writes: the older version is whole."""
        before = digests(self.program)
        draft = self.program / "_nuevo"
        installer = self.wine.start([self.wine.path(self.pieces.setup), "/S"])
        until(lambda: len(list(draft.rglob("*.dll"))) > 3, "the upgrade wrote nothing")
        installer.kill()
        installer.wait()
        after = {k: v for k, v in digests(self.program).items() if not k.startswith("_nuevo/")}
        expect(draft.exists(), "the upgrade ended before it could be cut")
        expect(after == before, "the cut upgrade changed the older version")

    def the_upgrade_keeps_the_data(self) -> None:
        """The same folder with the files of the new version alone; data byte by byte."""
        data = self._data()
        self._must_install(self.pieces.setup)
        installed = digests(self.program)
        for made in (UNINSTALLER, "_internal/plantel.ico"):
            expect(installed.pop(made, None), f"«{made}» was not installed")
        wanted = digests(self.pieces.frozen)
        different = sorted(k for k, _ in set(installed.items()) ^ set(wanted.items()))
        expect(not different, f"these files are not those of the new version: {different[:5]}")
        expect(self._data() == data, "the upgrade touched the data")
        self._assert_registered(self.pieces.version)

    def the_old_data_opens(self) -> None:
        """A double click opens the file of another schema, after a copy; then it is whole."""
        self._open(self.old_data)
        picture(self.wine, self.results / "despues_de_actualizar.png")
        self._close()
        copies = list(self.old_data.parent.glob("respaldos/*antes-de-actualizar.entrepares"))
        expect(len(copies) == 1, f"before changing the file there were {len(copies)} copies")
        verify = ["verificar", self.wine.path(self.old_data), "--json"]
        done = self.wine.run([self.wine.path(self.program / EXE), *verify])
        expect(done.returncode == 0, f"verificar gave {done.returncode}: {done.stdout}")
        found = json.loads(done.stdout)
        expect(found["integridad"] == "ok", f"the old data are not whole: {found}")
        expect(found["programa"] == self.pieces.version, f"an older program runs: {found}")

    def the_self_test_passes(self) -> None:
        """The installed program tries itself; its JSON, files and pictures are judged."""
        self._self_test(self.program / EXE, self.results / "autoprueba")

    def an_older_installer_is_refused(self) -> None:
        """It says so by its exit status and changes nothing."""
        before = digests(self.program)
        status = self._install(self.pieces.older)
        expect(status == NEWER, f"over a newer version the installer gave {status}")
        expect(digests(self.program) == before, "a refused installer changed files")

    def another_folder_is_obeyed(self) -> None:
        """`/D=` moves the program; `/FORZAR` and `/SINESCRITORIO` do what they say."""
        other = self.wine.drive / "Entre Pares (aula ñ)"
        options = ["/FORZAR", "/SINESCRITORIO", *_unquoted(f"/D={self.wine.path(other)}")]
        self._must_install(self.pieces.older, *options)
        expect((other / EXE).exists(), "/D= was not obeyed")
        expect(not self.program.exists(), "the program stayed in its former folder too")
        expect(not self.shortcut.exists(), "/SINESCRITORIO was not obeyed")
        self.program = other
        self._must_install(self.pieces.setup)
        expect(not (other / STRAY).exists(), "the upgrade went to another folder")

    def uninstalling_leaves_only_the_data(self) -> None:
        """Files and registry are as before the first installation, but for the user's own."""
        data = self._data()
        self.wine.run([self.wine.path(self.program / UNINSTALLER), "/S"])
        until(lambda: not self.program.exists(), "the uninstaller left the program")
        expect(self._data() == data, "uninstalling touched the data")
        own = {self.plantel.parent, self.settings.parent, self.wine.local / "Programs"}
        allowed = tuple(f"/{path.relative_to(self.wine.drive).as_posix()}" for path in own)
        left = {
            p for p in listing(self.wine.drive) - self.files_before if not p.startswith(allowed)
        }
        expect(not left, f"uninstalling left {sorted(left)[:8]}")
        keys = self._registry() - self.registry_before
        expect(not keys, f"uninstalling left in the registry {sorted(keys)[:8]}")

    def the_portable_copy_keeps_to_itself(self) -> None:
        """Unpacked on a «USB stick», it runs and writes only beside itself."""
        before, keys = listing(self.wine.drive), self._registry()
        stick = self.wine.drive / "Memoria USB de Íñigo"
        with zipfile.ZipFile(self.pieces.portable) as packed:
            packed.extractall(stick)
        exe = next(stick.rglob(EXE))
        self._self_test(exe, stick / "autoprueba")
        plantel = stick / "prueba ñ.entrepares"
        self._demo(exe, plantel)
        self.wine.start([self.wine.path(exe), self.wine.path(plantel)])
        self._await_window(plantel)
        self._close()
        own = list(exe.parent.rglob("ventana.ini"))
        expect(own, "the portable copy did not keep its settings beside itself")
        outside = {
            path
            for path in listing(self.wine.drive) - before
            if not path.startswith(f"/{stick.name}")
        }
        expect(not outside, f"the portable copy wrote elsewhere: {sorted(outside)[:8]}")
        expect(self._registry() == keys, "the portable copy wrote to the registry")

    def _install(self, setup: Path, *options: str) -> int:
        return self.wine.run([self.wine.path(setup), "/S", *options], PATIENCE).returncode

    def _must_install(self, setup: Path, *options: str) -> None:
        status = self._install(setup, *options)
        expect(status == 0, f"{setup.name} gave {status}")

    def _uninstall(self, folder: Path) -> int:
        """In place, so that it can be waited for; this way it does not remove itself."""
        where = _unquoted(f"_?={self.wine.path(folder)}")
        return self.wine.run([self.wine.path(folder / UNINSTALLER), "/S", *where]).returncode

    def _assert_registered(self, version: str) -> None:
        """Version, association, icon of the documents and «Abrir con»."""
        found, exe = self._registry(), self.wine.path(self.program / EXE)
        progid = value(found, rf"{_CLASSES}\.entrepares")
        command = value(found, rf"{_CLASSES}\{progid}\shell\open\command")
        icon = value(found, rf"{_CLASSES}\{progid}\DefaultIcon")
        listed = value(found, r"Software\RegisteredApplications", "Entre Pares")
        expect(value(found, _UNINSTALL, "DisplayVersion") == version, f"it is not {version}")
        expect(command == f'"{exe}" "%1"', f"a double click would run {command}")
        expect(icon.startswith(self.wine.path(self.program)), f"the icon would be {icon}")
        expect((self.program / "_internal/plantel.ico").exists(), "the icon is not there")
        expect(listed == rf"{_KEY}\Capabilities", f"Windows is told of {listed}")

    def _registry(self) -> set[str]:
        return registry(self.wine, self.results / "registro.reg")

    def _data(self) -> dict[str, str]:
        return digests(self.plantel.parent) | digests(self.settings.parent)

    def _make_data(self) -> None:
        shutil.copy(OLD_SCHEMA, self.old_data)
        self._demo(self.program / EXE, self.plantel)
        self.settings.parent.mkdir(exist_ok=True)
        self.settings.write_text("[ventana]\nprueba=ñ\n", encoding="utf-8")

    def _demo(self, exe: Path, plantel: Path) -> None:
        making = ["demo", self.wine.path(plantel), "--alumnos", "60"]
        done = self.wine.run([self.wine.path(exe), *making])
        expect(done.returncode == 0 and plantel.exists(), f"no demo plantel: {done.stdout}")

    def _self_test(self, exe: Path, folder: Path) -> None:
        self.wine.run([self.wine.path(exe), "--selftest", self.wine.path(folder)], PATIENCE)
        check = [sys.executable, ROOT / "packaging" / "check_selftest.py", folder]
        expect(call(check) == 0, f"the self-test did not pass: {folder}")

    def _open(self, plantel: Path) -> None:
        lend_classes(self.wine, self.results / "clases.reg")
        self.wine.start(["start", self.wine.path(plantel)])
        self._await_window(plantel)

    def _await_window(self, plantel: Path) -> None:
        note = plantel.with_name(f"{plantel.name}.abierto")
        until(note.exists, f"the program did not open «{plantel.name}»")
        time.sleep(3)

    def _close(self) -> None:
        """As the cross of the window does, and waits until the program has ended."""
        close = ["taskkill", "/IM", EXE]
        until(lambda: self.wine.run(close).returncode == _NOT_RUNNING, "the window did not close")


def _unquoted(option: str) -> list[str]:
    """An option that NSIS takes as the rest of the line: quotes would become part of it."""
    return option.split(" ")

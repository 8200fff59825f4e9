"""Resolve the requirements of pyproject.toml and write both locks with the hash of every file.

Run by `dev.py lock` inside `.venv`. The locks hold for Linux x86-64 and Windows x86-64 under
CPython 3.11 to 3.13; they name no index, only versions and hashes.
"""

import json
import os
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path
from typing import Any

from environment import DEV_LOCK, ROOT, RUN_LOCK, pip_environment, say
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PYTHONS = ("3.11", "3.12", "3.13")
LINUX = [f"manylinux_2_{minor}_x86_64" for minor in range(36, 4, -1)]
PLATFORMS = {"linux": [*LINUX, "manylinux2014_x86_64", "linux_x86_64"], "win32": ["win_amd64"]}
ENVIRONMENTS = [(system, version) for system in PLATFORMS for version in PYTHONS]

Pins = dict[str, str]


def main() -> None:
    """Write packaging/requirements.lock and packaging/requirements-dev.lock."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    run: list[str] = project["project"]["dependencies"]
    dev: list[str] = project["dependency-groups"]["dev"]
    pins, metadata = _resolve([*run, *dev])
    needs = {environment: _needed(run, metadata, environment) for environment in ENVIRONMENTS}
    both = {environment: _needed([*run, *dev], metadata, environment) for environment in needs}
    hashes = _hashes(pins, both)
    running = set().union(*needs.values())
    _write(RUN_LOCK, {name: pins[name] for name in sorted(running)}, needs, hashes)
    rest = {name: pins[name] for name in sorted(set(pins) - running)}
    _write(DEV_LOCK, rest, both, hashes)


def _resolve(requirements: list[str]) -> tuple[Pins, dict[str, Any]]:
    """Versions of everything needed in any environment, and the metadata of each package."""
    wanted = list(requirements)
    while True:
        say(f"resolving {len(wanted)} requirements")
        report = _pip(["--ignore-installed", *wanted])
        metadata = {_plain(item["metadata"]["name"]): item["metadata"] for item in report}
        needed = set().union(*(_needed(requirements, metadata, e) for e in ENVIRONMENTS))
        unknown = sorted(needed - set(metadata))
        if not unknown:
            return {name: data["version"] for name, data in metadata.items()}, metadata
        wanted += unknown


def _needed(
    requirements: list[str], metadata: dict[str, Any], environment: tuple[str, str]
) -> set[str]:
    """The names that `requirements` pull in under one system and one Python."""
    markers = _markers(*environment)
    found: set[str] = set()
    queue = [(Requirement(text), "") for text in requirements]
    visited: set[tuple[str, str]] = set()
    while queue:
        requirement, extra = queue.pop()
        if requirement.marker and not requirement.marker.evaluate({**markers, "extra": extra}):
            continue
        name = _plain(requirement.name)
        found.add(name)
        for extra_wanted in {"", *requirement.extras}:
            if (name, extra_wanted) not in visited:
                visited.add((name, extra_wanted))
                depends = metadata.get(name, {}).get("requires_dist", [])
                queue += [(Requirement(text), extra_wanted) for text in depends]
    return found


def _plain(name: str) -> str:
    return canonicalize_name(name)


def _markers(system: str, version: str) -> dict[str, str]:
    windows = system == "win32"
    return {
        "sys_platform": system,
        "platform_system": "Windows" if windows else "Linux",
        "os_name": "nt" if windows else "posix",
        "platform_machine": "AMD64" if windows else "x86_64",
        "python_version": version,
        "python_full_version": f"{version}.0",
        "implementation_name": "cpython",
        "platform_python_implementation": "CPython",
    }


def _hashes(pins: Pins, needs: dict[tuple[str, str], set[str]]) -> dict[str, set[str]]:
    """The SHA-256 of every file that some environment would take."""
    hashes: dict[str, set[str]] = {name: set() for name in pins}
    for (system, version), names in needs.items():
        say(f"files for {system}, Python {version}")
        options = ["--no-deps", "--python-version", version, "--implementation", "cp"]
        for platform in PLATFORMS[system]:
            options += ["--platform", platform]
        for item in _pip([*options, *(f"{name}=={pins[name]}" for name in sorted(names))]):
            digest = item["download_info"]["archive_info"]["hashes"]["sha256"]
            hashes[_plain(item["metadata"]["name"])].add(digest)
    return hashes


def _pip(arguments: list[str]) -> list[dict[str, Any]]:
    """What pip would install, from the public index alone."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        command = [sys.executable, "-m", "pip", "install", "--dry-run", "--quiet"]
        command += ["--only-binary=:all:", "--target", folder, "--report", str(report)]
        environment = pip_environment() | {"PIP_CONFIG_FILE": os.devnull}
        subprocess.run([*command, *arguments], env=environment, check=True)
        return json.loads(report.read_text(encoding="utf-8"))["install"]


def _write(
    lock: Path, pins: Pins, needs: dict[tuple[str, str], set[str]], hashes: dict[str, set[str]]
) -> None:
    lines = ["# Made by `python3 packaging/dev.py lock`; not edited by hand.", ""]
    for name, version in pins.items():
        marker = _marker({environment for environment in needs if name in needs[environment]})
        digests = [f"    --hash=sha256:{digest}" for digest in sorted(hashes[name])]
        lines.append(" \\\n".join([f"{name}=={version}{marker}", *digests]))
    lock.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    say(f"{lock.name}: {len(pins)} packages, {sum(len(hashes[name]) for name in pins)} files")


def _marker(environments: set[tuple[str, str]]) -> str:
    """The condition of a line that not every system needs."""
    systems = {system for system, _version in environments}
    return "" if systems == set(PLATFORMS) else f' ; sys_platform == "{systems.pop()}"'


if __name__ == "__main__":
    main()

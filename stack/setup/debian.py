"""The programs that the stack takes from the machine: checked, and installed where that is allowed."""

import contextlib
import importlib.util
import os
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from stack.programs import ProgramMissing, find_program
from stack.setup.commands import SetupError, run

STEP = "packages"
LOCK_SECONDS = 120  # a new machine may still be installing its updates
POLICY = Path("/usr/sbin/policy-rc.d")
FONTS = Path("/usr/share/fonts")


@dataclass(frozen=True, slots=True)
class Need:
    """Something that has to be on the machine; `packages` bring it."""

    what: str
    packages: tuple[str, ...]
    there: Callable[[], bool]


def program(name: str, *packages: str, version: str = "--version", least: int = 0) -> Need:
    """A program, of at least that major version."""
    what = f"{name} {least} or newer" if least else name
    return Need(what, packages, lambda: _major(name, packages[0], version) >= least)


def letters(script: str, package: str, *names: str) -> Need:
    """A font that the browser tests can set a script in: a file of one of these names."""
    return Need(f"a font for {script}", (package,), lambda: any(_font(name) for name in names))


TO_RUN = (
    program("mariadbd", "mariadb-server"),
    program("mariadb-install-db", "mariadb-server", version=""),
    program("redis-server", "redis-server"),
    program("java", "openjdk-17-jre-headless", version="-version", least=17),
    program("mvn", "maven"),
    program("node", "nodejs", least=20),
    program("npm", "npm"),
    Need("Python's venv", ("python3-venv",), lambda: importlib.util.find_spec("ensurepip") is not None),
)
TO_TEST = (
    *TO_RUN,
    program("javac", "openjdk-17-jdk-headless", version="-version", least=17),
    program("chromium", "chromium", version=""),
    program("chromium-headless-shell", "chromium-headless-shell", version=""),
    letters("Latin, Greek, Cyrillic and Arabic", "fonts-dejavu-core", "DejaVuSans", "Noto*"),
    letters("Chinese, Japanese and Korean", "fonts-wqy-microhei", "wqy*", "*CJK*"),
    letters("Hindi", "fonts-lohit-deva", "Lohit-Devanagari", "*Devanagari*"),
)


def install_missing(needs: Sequence[Need]) -> None:
    """Install what is missing, as root; raises SetupError with the command to run where that may not be."""
    missing = [need for need in needs if not need.there()]
    if not missing:
        return
    packages = sorted({package for need in missing for package in need.packages})
    command = f"apt-get install {' '.join(packages)}"
    if not shutil.which("apt-get") or os.geteuid() != 0:
        names = ", ".join(need.what for need in missing)
        raise SetupError(f"Missing: {names}. On Debian and Ubuntu they come with:\n\n    sudo {command}\n")
    print(f"{STEP}: {command}", flush=True)
    with _no_daemons():
        quietly = {"DEBIAN_FRONTEND": "noninteractive"}
        apt = ["apt-get", "-o", f"DPkg::Lock::Timeout={LOCK_SECONDS}"]
        run(STEP, [*apt, "update"], env=quietly)
        run(STEP, [*apt, "install", "-y", "--no-install-recommends", *packages], env=quietly)
    lacking = [need.what for need in missing if not need.there()]
    if lacking:
        raise SetupError(f"This system's packages do not bring: {', '.join(lacking)}. Please install it another way.")


@contextlib.contextmanager
def _no_daemons() -> Iterator[None]:
    """Debian starts a server when it installs it; ours are started by the supervisor, on ports of their own."""
    if POLICY.exists():
        yield
        return
    POLICY.write_text("#!/bin/sh\nexit 101\n")
    POLICY.chmod(0o755)
    try:
        yield
    finally:
        POLICY.unlink()


def _major(name: str, package: str, version: str) -> int:
    """The major version of a program; -1 if it isn't there, 0 where none is asked for."""
    try:
        path = find_program(name, package)
    except ProgramMissing:
        return -1
    if not version:
        return 0
    asked = subprocess.run([path, version], capture_output=True, text=True, check=False)
    number = re.search(r"\d+", asked.stdout + asked.stderr)
    return int(number[0]) if number else 0


def _font(name: str) -> bool:
    return any(FONTS.rglob(f"{name}.tt[cf]"))

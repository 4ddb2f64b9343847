"""The Python environment: everything in the lock, by hash, and our own packages in place."""

import sys
import venv
from pathlib import Path

from stack.layout import REPOSITORY
from stack.setup.commands import run
from stack.setup.stamps import Stamp, hash_of

STEP = "python"
ENVIRONMENT = REPOSITORY / ".venv"
PYTHON = ENVIRONMENT / "bin" / "python"
LOCK = REPOSITORY / "requirements.lock"


def build() -> None:
    """Make what is missing or was made from something else."""
    made_anew = _install_lock()
    _install_members(again=made_anew)


def _install_lock() -> bool:
    """Whether the environment had to be made anew."""
    stamp = Stamp("python-lock", hash_of([LOCK], sys.version, str(ENVIRONMENT)))
    if stamp.fits() and PYTHON.exists():
        return False
    venv.create(ENVIRONMENT, with_pip=True, clear=True)
    run(STEP, [str(PYTHON), "-m", "pip", "install", "--require-hashes", "-r", str(LOCK)])
    stamp.set()
    return True


def _install_members(*, again: bool) -> None:
    """The services are installed as links to their sources, without what they depend on: that came with the lock."""
    projects = _members()
    stamp = Stamp("python-members", hash_of(projects, str(ENVIRONMENT)))
    if stamp.fits() and not again:
        return
    editable = [word for project in projects for word in ("-e", str(project.parent))]
    pip = [str(PYTHON), "-m", "pip"]
    run(STEP, [*pip, "install", "--no-deps", "--no-build-isolation", *editable])
    run(STEP, [*pip, "check"])
    stamp.set()


def _members() -> list[Path]:
    return sorted((REPOSITORY / "services").glob("*/pyproject.toml"))

"""Finding the programs that Debian's packages bring."""

import os
import shutil


class ProgramMissing(Exception):
    """A program is not installed; the message says how to get it."""


def find_program(name: str, package: str) -> str:
    """The path of a program; also of servers, which stand where only root's PATH looks. Raises ProgramMissing."""
    path = os.pathsep.join([os.environ.get("PATH", os.defpath), "/usr/local/sbin", "/usr/sbin", "/sbin"])
    found = shutil.which(name, path=path)
    if not found:
        raise ProgramMissing(f"{name} is not installed; it comes with: apt-get install {package}")
    return found

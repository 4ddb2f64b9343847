"""The programs and schemas that charts are checked and run with: each of one pinned version, fetched or built once."""

from pathlib import Path

from tests.cluster.tools.catalogue import BRINGS, TOOLS
from tests.cluster.tools.store import ToolError, install

__all__ = ["TOOLS", "ToolError", "definitions_of_others", "install", "path"]


def path(program: str) -> Path:
    """A program, installed if it is not there. Raises ToolError."""
    return install(TOOLS[BRINGS.get(program, program)]) / program


def definitions_of_others() -> list[Path]:
    """The custom resource definitions of the operators that our charts know. Raises ToolError."""
    folders = [install(tool) for name, tool in TOOLS.items() if name.endswith("-definitions")]
    return [file for folder in folders for file in sorted(folder.glob("*.yaml"))]

"""How much the parts of a stack keep on disk."""

from pathlib import Path

BLOCK = 512  # what st_blocks counts in (stat(2)), whatever the file system has


def used_bytes(folder: Path, pattern: str = "**/*") -> int:
    """What the files take on disk; holes in sparse files take nothing. A file that just goes counts nothing."""
    total = 0
    for file in folder.glob(pattern):
        try:
            total += file.stat().st_blocks * BLOCK if file.is_file() else 0
        except FileNotFoundError:
            continue
    return total

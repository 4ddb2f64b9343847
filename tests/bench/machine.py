"""What the figures were measured on, for the head of the report."""

import os
import platform
import re
from pathlib import Path


def describe() -> dict[str, str]:
    """Processor, cores, memory, system and Python."""
    kib = int(_first(r"MemTotal:\s*(\d+)", Path("/proc/meminfo")))
    system = _first(r'PRETTY_NAME="?([^"]+)', Path("/etc/os-release"))
    return {
        "processor": _first(r"model name\s*:\s*(.+)", Path("/proc/cpuinfo")),
        "cores": str(os.cpu_count()),
        "memory": f"{kib / 1024**2:.0f} GiB",
        "system": f"{system}, Linux {platform.release()}",
        "python": platform.python_version(),
    }


def load() -> str:
    """How busy it was over the last 1, 5 and 15 minutes: above the number of cores, times are too long."""
    return " ".join(f"{average:.2f}" for average in os.getloadavg())


def _first(pattern: str, file: Path) -> str:
    found = re.search(pattern, file.read_text()) if file.exists() else None
    return found[1].strip() if found else "0"

"""The page's own units (formats, windows, findings, words), run by their runner."""

import subprocess
from pathlib import Path

WEB = Path(__file__).resolve().parents[3] / "services/gateway/web"


def test_units_of_the_page() -> None:
    run = subprocess.run(["npm", "test"], cwd=WEB, capture_output=True, text=True, check=False, timeout=280)
    assert run.returncode == 0, run.stdout + run.stderr

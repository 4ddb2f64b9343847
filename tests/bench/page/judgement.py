"""Lighthouse's judgement of pages: its own program, in a version that the lock names, with the browser of the tests."""

import asyncio
import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from stack.programs import find_program
from tests.browser.chromium import FLAGS, WHOLE

HOME = Path(__file__).with_name("lighthouse")
PROGRAM = HOME / "node_modules/.bin/lighthouse"
CATEGORIES = ("accessibility", "best-practices")


class LighthouseFailedError(Exception):
    """It could not be installed or did not judge; the message is the end of what it printed."""


class Judgement(NamedTuple):
    """Scores from 0 to 100 by category, and what cost points: `category: audit`."""

    scores: Mapping[str, float]
    findings: list[str]


async def judged(url: str, cookie: str | None) -> Judgement:
    """Have a page judged as whoever has that cookie sees it. Raises LighthouseFailedError."""
    await _installed()
    headers = {"Cookie": cookie} if cookie else {}
    options = [
        f"--only-categories={','.join(CATEGORIES)}",
        f"--chrome-flags={' '.join(FLAGS)}",
        f"--extra-headers={json.dumps(headers)}",
        "--output=json",
        "--quiet",
        "--no-enable-error-reporting",
    ]
    report = await _printed(PROGRAM, url, *options, env={"CHROME_PATH": WHOLE})
    return _judgement(msgspec.json.decode(report))


async def _installed() -> None:
    if not PROGRAM.exists():
        await _printed(Path(find_program("npm", "npm")), "ci", "--ignore-scripts")


async def _printed(program: Path, *arguments: str, env: Mapping[str, str] | None = None) -> bytes:
    pipe = asyncio.subprocess.PIPE
    process = await asyncio.create_subprocess_exec(
        program, *arguments, cwd=HOME, env=os.environ | dict(env or {}), stdout=pipe, stderr=pipe
    )
    output, errors = await process.communicate()
    if process.returncode:
        raise LighthouseFailedError(errors.decode(errors="replace")[-2000:])
    return output


def _judgement(report: dict[str, Any]) -> Judgement:
    if problem := report.get("runtimeError"):
        raise LighthouseFailedError(problem["message"])
    found = {name: report["categories"][name] for name in CATEGORIES}
    lost = [
        f"{name}: {audit['id']}"
        for name, category in found.items()
        for audit in category["auditRefs"]
        if audit["weight"] and report["audits"][audit["id"]]["score"] not in (1, None)
    ]
    return Judgement({name: category["score"] * 100 for name, category in found.items()}, lost)

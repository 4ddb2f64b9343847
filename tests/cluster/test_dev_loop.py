"""`skaffold dev` of one service, run for real: a changed line is live in the pod within five seconds."""

import asyncio
import os
import shutil
import signal
import statistics
import subprocess
import time
from collections.abc import AsyncIterator
from contextlib import suppress
from pathlib import Path

import pytest

from stack.layout import REPOSITORY
from stack.probes import wait_until
from tests.cluster.conftest import wait_serving
from tests.cluster.kubectl import KubectlError, kubectl
from tests.cluster.pods import IN, name_of, pods
from tests.cluster.ready import environment
from tests.cluster.skaffold import skaffold

SERVICE = "uploader"
CHANGED = f"services/{SERVICE}/src/{SERVICE}/__main__.py"
LIVE_WITHIN_SECONDS = 5.0
TRIES = 5
"""The machine may be busy with other things for a moment: the one in the middle counts."""
WATCHING = "Watching for changes"
WATCHING_WITHIN_SECONDS = 400.0
BUILT = shutil.ignore_patterns(".venv", ".run", ".git", "node_modules", ".next", "out", "__pycache__", ".*_cache")


@pytest.fixture
async def sources(nachklang: str, tmp_path: Path) -> AsyncIterator[Path]:
    """A copy of the repository with `skaffold dev` watching it; afterwards the service is the ordinary one again."""
    copy = tmp_path / "repository"
    shutil.copytree(REPOSITORY, copy, ignore=BUILT)
    log = tmp_path / "skaffold.log"
    dev = start_dev(copy, log)
    try:

        async def watching() -> bool:
            assert dev.poll() is None, log.read_text()
            return WATCHING in log.read_text()

        assert await wait_until(watching, WATCHING_WITHIN_SECONDS), log.read_text()
        yield copy
    finally:
        with suppress(ProcessLookupError):
            os.killpg(dev.pid, signal.SIGTERM)
        dev.wait()
        await asyncio.to_thread(skaffold, "run", f"--module={SERVICE}", "--profile=ci")
        await wait_serving()


async def test_a_changed_line_is_live_within_seconds(sources: Path) -> None:
    before = [name_of(pod) for pod in pods(name=SERVICE)]
    took = [await seconds_until_live(sources / CHANGED, f"changed line {number}") for number in range(TRIES)]
    print("live after", ", ".join(f"{seconds:.1f} s" for seconds in took))
    assert [name_of(pod) for pod in pods(name=SERVICE)] == before, "in the same pod"
    assert statistics.median(took) <= LIVE_WITHIN_SECONDS


def start_dev(copy: Path, log: Path) -> "subprocess.Popen[bytes]":
    """What runs is not taken down at the end; debugger and watcher are in the image."""
    flags = [f"--module={SERVICE}", "--profile=ci,-dev-packages", "--cleanup=false", "--tail=false"]
    # the tag of its inputs would be that of the image without them
    flags += ["--tag=dev", "--cache-artifacts=false"]
    with log.open("wb") as output:
        return subprocess.Popen(
            ["skaffold", "dev", *flags],
            cwd=copy,
            env=os.environ | environment() | {"MORE_PACKAGES": "debugpy watchfiles"},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            start_new_session=True,
        )


async def seconds_until_live(file: Path, words: str) -> float:
    """Make the service say these words when it starts; how long it takes until it has."""
    began = time.monotonic()
    say_at_start(file, words)

    async def live() -> bool:
        try:
            return words in await asyncio.to_thread(kubectl, "logs", f"deployment/{SERVICE}", IN)
        except KubectlError:
            return False

    assert await wait_until(live, 60.0), f"{words!r} was never said"
    return time.monotonic() - began


def say_at_start(file: Path, words: str) -> None:
    """Change a line of the program."""
    file.write_text(file.read_text().replace("\nif __name__", f"\nprint({words!r}, flush=True)\nif __name__"))

"""`python -m stack run` as a person runs it: it says what it does and leaves nothing running."""

import asyncio
import os
import signal
import socket
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path

from stack.layout import REPOSITORY, Layout
from tests.harness.programs import eventually

WAIT_SECONDS = 120.0


@asynccontextmanager
async def stack_run(environ: Mapping[str, str], *names: str) -> AsyncIterator[asyncio.subprocess.Process]:
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "stack", "run", *names),
        cwd=REPOSITORY,
        env=os.environ | dict(environ),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    try:
        yield process
    finally:
        if process.returncode is None:
            process.terminate()
            await process.wait()


async def said(process: asyncio.subprocess.Process, words: str) -> str:
    """Read on until a line has the words; that line."""
    assert process.stdout
    async with asyncio.timeout(WAIT_SECONDS):
        async for line in process.stdout:
            if words in line.decode():
                return line.decode()
    raise AssertionError(f"it ended without saying {words!r}")


async def test_it_runs_until_it_is_interrupted(tmp_path: Path) -> None:
    pid_file = Layout(tmp_path).pid("redis")
    async with stack_run({"NACHKLANG_RUN_DIR": str(tmp_path)}, "redis") as process:
        await said(process, "Ready")
        first = int(pid_file.read_text())

        os.kill(first, signal.SIGKILL)
        await said(process, "redis: ended with status -9")
        await said(process, "redis: ready")
        assert int(pid_file.read_text()) != first

        process.send_signal(signal.SIGINT)
        await said(process, "Stopped")
        assert await process.wait() == 0
    assert not pid_file.exists()


async def test_nothing_outlives_a_killed_supervisor(tmp_path: Path) -> None:
    async with stack_run({"NACHKLANG_RUN_DIR": str(tmp_path)}, "redis") as process:
        await said(process, "Ready")
        redis = Path("/proc") / Layout(tmp_path).pid("redis").read_text().strip()
        process.kill()
        await process.wait()
        await eventually(lambda: not redis.exists())


async def test_a_second_one_says_that_it_runs_already(tmp_path: Path) -> None:
    environ = {"NACHKLANG_RUN_DIR": str(tmp_path), "NACHKLANG_PORT": "9000"}
    async with stack_run(environ, "redis") as process:
        await said(process, "Ready")
        async with stack_run(environ) as second:
            line = await said(second, "It runs already")
            assert await second.wait() == 1
        assert str(process.pid) in line
        assert "http://127.0.0.1:9000" in line


async def test_a_taken_port_is_named(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = str(other.getsockname()[1])
        async with stack_run({"NACHKLANG_RUN_DIR": str(tmp_path), "NACHKLANG_PORT": port}) as process:
            await said(process, f"Port {port} is taken")
            assert await process.wait() == 1

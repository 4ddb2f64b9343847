"""The supervisor: order of start and stop, restarts, and what it says; with small real programs."""

import os
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from stack.layout import Layout
from stack.lock import AlreadyRunning, end_leftovers, hold
from stack.process import Process
from stack.runner import Runner
from stack.spec import ProcessSpec, StartError
from stack.supervisor import Supervisor
from tests.harness.programs import Programs, eventually


@pytest.fixture
def layout(tmp_path: Path) -> Layout:
    return Layout(tmp_path)


@pytest.fixture
def programs(layout: Layout) -> Programs:
    return Programs(layout)


@asynccontextmanager
async def supervised(layout: Layout, said: list[str], *specs: ProcessSpec) -> AsyncIterator[Supervisor]:
    supervisor = Supervisor(specs, layout, said.append)
    supervisor.start()
    try:
        yield supervisor
    finally:
        await supervisor.stop()


async def test_what_is_needed_starts_first_and_ends_last(layout: Layout, programs: Programs) -> None:
    page, store = programs.spec("page", needs=("store",)), programs.spec("store")
    async with supervised(layout, [], page, store) as supervisor:
        await supervisor.wait_ready()
    assert programs.journal() == ["store starts", "page starts", "page ends", "store ends"]


async def test_a_killed_process_is_started_again_at_once(layout: Layout, programs: Programs) -> None:
    said: list[str] = []
    async with supervised(layout, said, programs.spec("store")) as supervisor:
        await supervisor.wait_ready()
        os.kill(int(layout.pid("store").read_text()), signal.SIGKILL)
        await eventually(lambda: programs.journal().count("store starts") == 2)
    assert "store: ended with status -9; starting it again" in said


async def test_a_process_that_ends_while_starting_is_reported_with_its_last_words(
    layout: Layout, programs: Programs
) -> None:
    broken = ProcessSpec(
        name="broken", argv=("sh", "-c", "echo no such table; exit 70"), ready=programs.spec("x").ready
    )
    with pytest.raises(StartError, match=r"status 70 while starting(.|\n)*no such table"):
        await Runner(broken, layout).start()


async def test_a_step_that_fails_is_tried_again_with_the_process(layout: Layout, programs: Programs) -> None:
    said: list[str] = []
    tries = 0

    async def finish() -> None:
        nonlocal tries
        tries += 1
        if tries == 1:
            raise OSError("no leader yet")

    async with supervised(layout, said, replace(programs.spec("broker"), finish=finish)) as supervisor:
        await supervisor.wait_ready()
    assert tries == 2
    assert "no leader yet" in said[0]


async def test_a_stopped_process_leaves_no_pid_file(layout: Layout, programs: Programs) -> None:
    async with Runner(programs.spec("store"), layout) as runner:
        assert layout.pid("store").read_text() == f"{runner.pid}\n"
    assert not layout.pid("store").exists()


async def test_a_deaf_process_is_ended_after_its_grace_with_its_children(layout: Layout, programs: Programs) -> None:
    child = layout.run / "child"
    deaf = programs.spec("deaf", then=f"trap '' TERM; sleep 600 & echo $! > {child}; wait")
    async with Runner(replace(deaf, grace=0.5), layout):
        await eventually(lambda: child.exists() and child.read_text().endswith("\n"))
        pid = int(child.read_text())
    await eventually(lambda: not alive(pid))


async def test_spotifys_secret_is_not_handed_down(
    layout: Layout, programs: Programs, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SPOTIFY_CLIENT_SECRET", "hidden")
    shown = layout.run / "shown"
    async with Runner(programs.spec("page", then=f"env > {shown}.new; mv {shown}.new {shown}; exec sleep 60"), layout):
        await eventually(shown.exists)
    assert "hidden" not in shown.read_text()
    assert "PATH=" in shown.read_text()


async def test_a_run_directory_has_one_supervisor(layout: Layout) -> None:
    with hold(layout), pytest.raises(AlreadyRunning, match=str(os.getpid())), hold(layout):
        pass
    with hold(layout):
        pass


async def test_what_a_killed_supervisor_left_is_ended(layout: Layout, programs: Programs) -> None:
    process = Process(programs.spec("store"), layout)
    await process.start()
    await eventually(lambda: programs.journal() == ["store starts"])
    assert end_leftovers(layout) == ["store"]
    assert programs.journal() == ["store starts", "store ends"]
    assert end_leftovers(layout) == []
    await process.wait()


async def test_a_pid_that_is_another_programs_by_now_is_left_alone(layout: Layout) -> None:
    file = layout.pid("store")
    file.parent.mkdir(parents=True)
    file.write_text(f"{os.getpid()}\n")
    assert end_leftovers(layout) == []
    assert not file.exists()


def alive(pid: int) -> bool:
    """Whether it runs; one that has ended and was not yet collected does not."""
    try:
        return "\nState:\tZ" not in Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return False

"""The instruments of the bench: the rival finds the right plays, memory is measured, a figure knows its limit."""

import json
import os
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from tests.bench import machine
from tests.bench.figures.figure import Figure, quantile
from tests.bench.figures.wrapped_uncached import random_windows
from tests.bench.memory import PeakSampler, pss_mib
from tests.bench.report import Report, save, table
from tests.bench.rival import measure
from tests.bench.target import Target
from tests.harness.histories.packages import write_extended_zip
from tests.harness.histories.timeline import Person, listens
from tests.harness.reference.history import History
from tests.harness.reference.uploads import read_upload

NOW_MS = 1_800_000_000_000


def test_the_rival_finds_the_same_distinct_plays_as_the_reference(tmp_path: Path) -> None:
    archive = write_extended_zip(tmp_path / "e.zip", listens(Person(seed=9, plays=3_000)))
    history = History(NOW_MS)
    history.add(read_upload(archive))
    plays = history.plays()
    found = measure(archive, tmp_path / "rival.duckdb")
    assert (found["plays"], found["ms_played"]) == (len(plays), sum(play.ms_played for play in plays))


def test_memory_counts_a_process_with_its_children_and_nothing_twice() -> None:
    hold = "import os, sys; held = bytearray(64 << 20); print(os.getpid(), flush=True); sys.stdin.read()"
    parent = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {hold!r}])"
    process = subprocess.Popen([sys.executable, "-c", parent], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert process.stdout is not None
    child = int(process.stdout.readline())
    with PeakSampler(lambda: {"it": process.pid}, every_seconds=10) as sampler:
        assert 64 < pss_mib({"it": process.pid})["it"] < 150
        apart = pss_mib({"it": process.pid, "child": child})
        assert apart["it"] < 64 < apart["child"]
    process.communicate()
    assert sampler.peaks["it"] == sampler.at_peak["it"] > 64
    assert pss_mib({"it": process.pid}) == {"it": 0}


def test_a_target_says_its_processes_and_the_uploader_alone(tmp_path: Path) -> None:
    (tmp_path / "pids").mkdir()
    for name, pid in (("uploader", "12"), ("kafka", "13"), ("gateway", "")):
        (tmp_path / "pids" / f"{name}.pid").write_text(pid)
    (tmp_path / "lock").write_text(f"{os.getpid()}\n")
    target = Target("http://127.0.0.1:1", tmp_path)
    assert target.pids() == {"uploader": 12, "kafka": 13, "supervisor": os.getpid()}
    assert target.uploader() == {"uploader": 12}


def test_random_windows_are_different_and_inside() -> None:
    first, last = date(2020, 1, 1), date(2020, 3, 1)
    windows = random_windows(first, last, 100)
    assert len(set(windows)) == 100
    assert all(first <= begin <= end <= last for begin, end in windows)


def test_quantiles_are_measured_values() -> None:
    assert quantile([3, 1, 2], 0.5) == 2
    assert quantile([1, 2, 3, 4], 0.95) == 4


@pytest.mark.parametrize(("value", "word"), [(4.0, "reached"), (4.1, "MISSED")])
def test_the_report_says_whether_a_figure_is_reached_and_keeps_every_measurement(
    tmp_path: Path, value: float, word: str
) -> None:
    figure = Figure(name="something", value=value, limit=4.0, unit="s", beside="details", raw={"s": [value]})
    report = Report(datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC), machine.describe(), {"small": 1_000}, [figure])
    text = table(report)
    assert word in text
    assert "details" in text
    saved = save(report, tmp_path / "bench")
    assert saved.name == "20260102-030405.json"
    assert json.loads(saved.read_bytes())["figures"][0]["raw"] == {"s": [value]}

"""The instruments of the bench: the rival finds the right plays, memory is measured, a figure knows its limit."""

import json
import os
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from msgspec import structs

from tests.bench import machine
from tests.bench.compare import compared
from tests.bench.cpu import cpu_between, cpu_seconds, described
from tests.bench.disk import used_bytes
from tests.bench.figures.figure import Figure, quantile
from tests.bench.load.order import LoadFailedError, Order, ask
from tests.bench.memory import PeakSampler, pss_mib
from tests.bench.questions import YEAR, Window, mixed_windows, whole_lives
from tests.bench.report import Report, save, table
from tests.bench.rivals.bare import bare_server
from tests.bench.rivals.report.question import LIMIT
from tests.bench.rivals.report.report import report
from tests.bench.rivals.script import measure
from tests.bench.rivals.table import loaded
from tests.bench.scale import HEAD, Line, markdown
from tests.bench.target import Target
from tests.harness.histories.packages import write_extended_zip
from tests.harness.histories.timeline import Person, listens
from tests.harness.reference.compare import differences
from tests.harness.reference.history import History
from tests.harness.reference.uploads import read_upload
from tests.harness.reference.wrapped import wrapped

NOW_MS = 1_800_000_000_000


def test_the_rival_finds_the_same_distinct_plays_as_the_reference(tmp_path: Path) -> None:
    archive = write_extended_zip(tmp_path / "e.zip", listens(Person(seed=9, plays=3_000)))
    history = History(NOW_MS)
    history.add(read_upload(archive))
    plays = history.plays()
    found = measure(archive, tmp_path / "rival.duckdb")
    assert (found["plays"], found["ms_played"]) == (len(plays), sum(play.ms_played for play in plays))


def test_the_rival_report_says_what_the_reference_says(tmp_path: Path) -> None:
    archive = write_extended_zip(tmp_path / "e.zip", listens(Person(seed=9, plays=3_000)))
    history = History(NOW_MS)
    history.add(read_upload(archive))
    first, last = date(2025, 3, 1), date(2026, 2, 1)
    truth = wrapped(history.plays(), "Europe/Berlin", (first, last), limit=LIMIT)
    found = report(loaded(archive, "Europe/Berlin").cursor(), first, last)
    assert differences(found, truth, without=("album",)) == []


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


def test_windows_are_different_and_inside_and_half_of_them_years() -> None:
    life = Window(date(2018, 1, 1), date(2024, 3, 1))
    windows = mixed_windows(life, 200)
    assert len(set(windows)) == 200
    assert all(life.first <= first <= last <= life.last for first, last in windows)
    assert sum(last - first == YEAR for first, last in windows) >= 100


def test_whole_lives_are_different_and_lack_days_at_the_ends_only() -> None:
    life = Window(date(2018, 1, 1), date(2024, 3, 1))
    windows = whole_lives(life, 300)
    assert len(set(windows)) == 300
    assert all((first - life.first).days < 30 and (life.last - last).days < 30 for first, last in windows)
    assert windows[0].path == f"/api/v1/wrapped?from={windows[0].first}&to={windows[0].last}"


def test_a_comparison_names_what_differs_or_is_missing() -> None:
    rival = {"totals": {"plays": 2}, "top": [{"title": "a"}, {"title": "b"}]}
    assert compared(rival, rival | {"more": 1}) == "all 4 numbers and names of a report are equal"
    assert "2 of 4 numbers and names DIFFER: totals.plays 2 is None" in compared(
        rival, {"totals": {}, "top": [{"title": "a"}, {"title": "c"}]}
    )
    assert "top.length 2 is 0" in compared(rival, {"totals": {"plays": 2}})


def test_processor_time_counts_children_that_have_ended() -> None:
    work = "import subprocess, sys; subprocess.run([sys.executable, '-c', 'sum(range(20_000_000))']); print(flush=True)"
    process = subprocess.Popen(
        [sys.executable, "-c", f"{work}; sys.stdin.read()"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert process.stdout is not None
    process.stdout.readline()
    spent = cpu_between({"it": 0.0}, cpu_seconds({"it": process.pid}))
    process.communicate()
    assert 0.1 < spent["it"] < 10
    assert described({"it": 3.0, "small": 0.01}, times=2) == "it 1.50 s of CPU"


async def test_the_load_client_asks_for_every_path_once_or_until_the_time_is_over(tmp_path: Path) -> None:
    (tmp_path / "body").write_bytes(b"x" * 100_000)
    async with bare_server(tmp_path / "body") as port:
        order = Order(host="127.0.0.1", port=port, cookie="", paths=["/"] * 50, connections=4, seconds=60.0, samples=1)
        once = await ask(order)
        again = await ask(
            Order(host="127.0.0.1", port=port, cookie="", paths=["/"], connections=2, seconds=0.2, again=True)
        )
        with pytest.raises(LoadFailedError, match="404"):
            await ask(structs.replace(order, paths=["/no"]))
    assert len(once.ms) == once.statuses["200"] == 50
    assert once.bytes == 50 * 100_000
    assert once.samples == {"/": "x" * 100_000}
    assert len(again.ms) > 2
    assert again.seconds < 10


def test_disk_counts_what_files_take_and_no_holes(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "full").write_bytes(b"x" * 100_000)
    with (tmp_path / "sparse").open("wb") as sparse:
        sparse.truncate(10_000_000)
    assert 100_000 <= used_bytes(tmp_path) < 1_000_000
    assert used_bytes(tmp_path, "b/*") == 0


def test_a_line_of_growth_has_a_cell_under_every_head() -> None:
    line = Line(1, 150_000, 20_000.0, 2.5, 0.9, 30.0, 7_500_000, 2**20, 2**10, 1_500.0)
    assert markdown(line).count("|") == HEAD.count("|") + 2
    assert "| 50.0 |" in markdown(line)


def test_quantiles_are_measured_values() -> None:
    assert quantile([3, 1, 2], 0.5) == 2
    assert quantile([1, 2, 3, 4], 0.95) == 4


@pytest.mark.parametrize(
    ("value", "at_least", "word"),
    [(3.0, False, "goal"), (4.0, False, "reached"), (4.1, False, "MISSED"), (4.0, True, "goal"), (3.9, True, "MISSED")],
)
def test_the_report_says_whether_a_figure_is_reached_and_keeps_every_measurement(
    tmp_path: Path, value: float, at_least: bool, word: str
) -> None:
    figure = Figure(
        name="something",
        value=value,
        limit=4.0,
        goal=3.0,
        unit="s",
        at_least=at_least,
        beside="details",
        raw={"s": [value]},
    )
    moment = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
    result = Report(moment, machine.describe(), {"plays": 1_000}, [figure], {"load": "it broke"})
    text = table(result)
    assert f"{value / 4:.2f}  {word}" in text
    assert "details" in text
    assert "NOT MEASURED load: it broke" in text
    saved = save(result, tmp_path / "bench")
    assert saved.name == "20260102-030405.json"
    assert json.loads(saved.read_bytes())["figures"][0]["raw"] == {"s": [value]}

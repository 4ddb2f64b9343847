"""Memory while a large history is imported, the uploader's beside that for a small one."""

from tests.bench.bench import Bench
from tests.bench.figures.figure import Figure
from tests.bench.figures.stack_memory import stack_memory
from tests.bench.figures.uploader_memory import uploader_growth, uploader_memory
from tests.bench.memory import PeakSampler

UPLOADER_EVERY_SECONDS = 0.05
STACK_EVERY_SECONDS = 1.0


async def memory(bench: Bench) -> list[Figure]:
    """One small import, one large."""
    peaks = []
    with PeakSampler(bench.target.pids, STACK_EVERY_SECONDS) as whole:
        for plays in (bench.plan.plays, bench.plan.memory_plays):
            with PeakSampler(bench.target.uploader, UPLOADER_EVERY_SECONDS) as uploader:
                await bench.new_person(bench.histories.extended(plays), plays)
            peaks.append(uploader.peaks["uploader"])
    large = f"{bench.plan.memory_plays:,} plays"
    return [uploader_memory(*peaks), uploader_growth(*peaks), stack_memory(whole.at_peak, large)]

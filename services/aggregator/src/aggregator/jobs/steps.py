"""How long each step of a batch took, for the log and the metrics."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

from prometheus_client import Counter, Histogram

STEP_SECONDS = Histogram(
    "aggregator_step_seconds",
    "Duration of one step of a batch",
    ["step"],
    buckets=(0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30),
)
PLAYS = Counter("aggregator_plays_read", "Plays read from the topic")
SEGMENTS = Counter("aggregator_segments_written", "Segments written")


class Steps:
    """Milliseconds by step; durations are measured by a clock that never goes back."""

    def __init__(self) -> None:
        self.ms: dict[str, int] = {}

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """What happens inside is the step `name`."""
        started = time.perf_counter()
        try:
            yield
        finally:
            seconds = time.perf_counter() - started
            STEP_SECONDS.labels(name).observe(seconds)
            self.ms[name] = self.ms.get(name, 0) + round(seconds * 1000)

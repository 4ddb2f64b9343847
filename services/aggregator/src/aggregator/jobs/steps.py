"""How long each step of a piece of work took."""

import time
from collections.abc import Iterator
from contextlib import contextmanager


class Steps:
    """Milliseconds by step; durations are measured by a clock that never goes back."""

    def __init__(self) -> None:
        self._seconds: dict[str, float] = {}

    @property
    def ms(self) -> dict[str, int]:
        """What was measured so far."""
        return {name: round(seconds * 1000) for name, seconds in self._seconds.items()}

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """What happens inside is the step `name`."""
        started = time.perf_counter()
        try:
            yield
        finally:
            self._seconds[name] = self._seconds.get(name, 0.0) + time.perf_counter() - started

"""What the made-up server answers, changed by a test while the page is looking."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from typing import Any

from tests.browser import made_up, made_up_imports

HELD = 30.0  # seconds that a held answer waits at most


@dataclass
class Scenario:
    """What each part answers: `full`, `empty`, `thin`, `error` (504), `held` (none until `released`), `nonsense` or the
    status of a problem (`429`, `500`, `504`); the part `server` may be `away`: connections are closed without an answer
    (`away-midway`, `away-after-body`: those that change something, before or after the last byte)."""

    signed_in: bool = True
    me: dict[str, Any] = field(default_factory=lambda: dict(made_up.ME))
    parts: dict[str, str] = field(default_factory=dict)
    upload: dict[str, Any] = field(default_factory=lambda: made_up_imports.upload("done"))
    others: list[dict[str, Any]] = field(default_factory=list)
    """Uploads beside it in the list."""
    taken_as: list[str] = field(default_factory=list)
    """The ids of the next uploads; that of `upload` without."""
    retry_after: str | None = None
    """What every problem says about coming again."""
    called: dict[str, str] = field(default_factory=dict)
    """What stands in every field of these names (`title`, `artist`, `album`, `name`, `filename`) of histories."""
    steps: list[dict[str, Any]] = field(default_factory=list)
    events: list[str] = field(default_factory=list)
    pictures: bool = True
    """Whether any media are known."""
    media: dict[str, Any] = field(default_factory=dict)
    """What every report says of those that are missing."""
    asked: list[dict[str, str]] = field(default_factory=list)
    """What was asked of the plays."""
    changed: list[tuple[str, str, Any]] = field(default_factory=list)
    held: int = 0
    """How many answers have been held so far: the page knows that it has asked, not that somebody has heard it."""
    cut: threading.Event = field(default_factory=threading.Event)
    """Set: every stream of events breaks off."""
    released: threading.Event = field(default_factory=threading.Event)
    ended: threading.Event = field(default_factory=threading.Event)

    def state(self, part: str) -> str:
        return self.parts.get(part, "full")

    def hold(self) -> None:
        """Wait until `go_on` or the end of the test."""
        released = self.released
        self.held += 1
        released.wait(HELD)

    def end(self) -> None:
        """Let every answer and every stream of events end."""
        self.ended.set()
        self.released.set()

    def go_on(self) -> None:
        """Answer what is held now; what is asked from now on is held anew."""
        self.released.set()
        self.released = threading.Event()

"""How many exports are made at a time: each reads a whole history, and costs as much as many reports."""

from collections.abc import Iterator
from contextlib import contextmanager

from gateway.domain.problems import TOO_MANY_EXPORTS, Refused

MOST = 2
"""Of one process, for all people together."""
_AGAIN = {"Retry-After": "30"}


class ExportPlaces:
    """One export at a time for a person, and few for all."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    @contextmanager
    def place(self, person_id: str) -> Iterator[None]:
        """A place for as long as an export is sent. Raises Refused where there is none."""
        if person_id in self._taken:
            raise Refused(TOO_MANY_EXPORTS, "Another export of yours is being sent. Wait until it has ended.", _AGAIN)
        if len(self._taken) >= MOST:
            raise Refused(TOO_MANY_EXPORTS, "Others take their data away just now. Try again in a minute.", _AGAIN)
        self._taken.add(person_id)
        try:
            yield
        finally:
            self._taken.discard(person_id)

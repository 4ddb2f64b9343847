"""The board: imports as told over Kafka, newer than the store. Small, and rebuilt from the topics after a start."""

from collections import OrderedDict
from collections.abc import Container
from typing import TypeVar

from contracts.messages.uploads import ImportChanged, Live, LiveTotalsChanged, ReadUpload
from gateway.domain.imports import newest, received, with_live
from gateway.handlers.bus import Bus, News, person_channel, upload_channel

T = TypeVar("T")

_MOST = 5000
"""Imports kept; whatever falls off is in the store by then."""


class Board:
    """The newest state of each recent import, by its id. Telling it anything twice changes nothing.

    Of people who are `erased` nothing is taken up, however often the topics tell it.
    """

    def __init__(self, bus: Bus, erased: Container[str] = frozenset()) -> None:
        self._bus = bus
        self._erased = erased
        self._states: OrderedDict[str, ImportChanged] = OrderedDict()
        self._totals: OrderedDict[str, LiveTotalsChanged] = OrderedDict()

    def requested(self, request: ReadUpload) -> None:
        """An upload's bytes are safe."""
        if request.upload_id not in self._states:
            self._keep(received(request))

    def changed(self, state: ImportChanged) -> None:
        """The uploader says how an import stands."""
        later = newest(self._states.get(state.upload_id), state)
        if later is not None:
            self._keep(later)

    def counted(self, totals: LiveTotalsChanged) -> None:
        """The aggregator says what an import has brought so far."""
        if totals.person_id in self._erased:
            return
        before = self._totals.get(totals.upload_id)
        if before is None or totals.records >= before.records:
            self._totals[totals.upload_id] = totals
            _limit(self._totals)
            self._tell(totals.upload_id, totals.person_id)

    def state(self, upload_id: str) -> ImportChanged | None:
        """What was told about an import."""
        return self._states.get(upload_id)

    def live(self, state: ImportChanged) -> Live:
        """The newest totals of an import."""
        return with_live(state, self._totals.get(state.upload_id))

    def of(self, person_id: str) -> list[ImportChanged]:
        """Every import of a person that was told about."""
        return [state for state in self._states.values() if state.person_id == person_id]

    def forget(self, person_id: str) -> list[str]:
        """Let go of a person's imports; their ids."""
        for upload_id in [key for key, totals in self._totals.items() if totals.person_id == person_id]:
            del self._totals[upload_id]
        gone = [state.upload_id for state in self.of(person_id)]
        for upload_id in gone:
            del self._states[upload_id]
        return gone

    def _keep(self, state: ImportChanged) -> None:
        if state.person_id in self._erased:
            return
        self._states[state.upload_id] = state
        _limit(self._states)
        self._tell(state.upload_id, state.person_id)

    def _tell(self, upload_id: str, person_id: str) -> None:
        news = News(upload_id, "import-changed", upload_id)
        self._bus.tell(upload_channel(upload_id), news)
        self._bus.tell(person_channel(person_id), news)


def _limit(kept: OrderedDict[str, T]) -> None:
    while len(kept) > _MOST:
        kept.popitem(last=False)

"""The records of one upload on their way to the topic `plays`."""

import asyncio
from collections import deque

from contracts.messages.plays import PlayColumns, PlaysRead, Source, UploadRead
from uploader.ports import Plays

IN_FLIGHT = 32


class RecordSender:
    """Numbers the records and sends them without waiting for each, at most `IN_FLIGHT` at a time."""

    def __init__(self, plays: Plays, upload_id: str, person_id: str) -> None:
        self._plays = plays
        self._upload_id = upload_id
        self._person_id = person_id
        self._in_flight: deque[asyncio.Future[object]] = deque()
        self.records = 0

    async def send(self, file: int, source: Source, columns: PlayColumns) -> None:
        """Hand the next record over. Raises Retryable when one of the last was not accepted."""
        record = PlaysRead(
            upload_id=self._upload_id,
            person_id=self._person_id,
            seq=self.records,
            file=file,
            source=source,
            plays=columns,
        )
        self.records += 1
        self._in_flight.append(await self._plays.send(record))
        while len(self._in_flight) > IN_FLIGHT:
            await self._plays.acknowledged(self._in_flight.popleft())

    async def finish(self) -> None:
        """Wait until the broker has every record."""
        while self._in_flight:
            await self._plays.acknowledged(self._in_flight.popleft())

    def end(self) -> UploadRead:
        """The end marker behind them."""
        return UploadRead(upload_id=self._upload_id, person_id=self._person_id, records=self.records)

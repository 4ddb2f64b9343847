"""What the uploader publishes."""

import asyncio

from chassis.publish import Publisher
from contracts.messages.plays import PlaysRead, UploadRead
from contracts.topics import Topic
from uploader.domain import imports
from uploader.domain.imports import Import


class KafkaPlays:
    """The topic `plays`, keyed by person. Implements Plays."""

    def __init__(self, publisher: Publisher) -> None:
        self._publisher = publisher

    async def send(self, record: PlaysRead) -> asyncio.Future[object]:
        """Hand over a record; the future is for `acknowledged`."""
        return await self._publisher.publish_soon(Topic.PLAYS, record.person_id, record)

    async def acknowledged(self, sent: asyncio.Future[object]) -> None:
        """Wait until the broker has the record."""
        await self._publisher.acknowledged(sent)

    async def end(self, marker: UploadRead) -> None:
        """Send the end marker and wait until the broker has it."""
        await self._publisher.publish(Topic.PLAYS, marker.person_id, marker)


class KafkaAnnouncer:
    """The topic `import-changes`. Implements Announcer."""

    def __init__(self, publisher: Publisher) -> None:
        self._publisher = publisher

    async def announce(self, found: Import) -> None:
        """The import stands thus now."""
        await self._publisher.publish(Topic.IMPORT_CHANGES, found.upload_id, imports.changed(found))

"""What has become durable, told on Kafka."""

from typing import Any

from aggregator.domain.durable.stored import ClosedUpload
from chassis.consume import dead_letter
from chassis.publish import Publisher
from contracts.messages.plays import HistoryChanged
from contracts.messages.uploads import StoredFile, UploadStored
from contracts.topics import Topic

READER = "aggregator-stream"


class KafkaAnnouncements:
    """Implements the port `Announcements`: each method waits until the broker has the record."""

    def __init__(self, publisher: Publisher) -> None:
        self._publisher = publisher

    async def history_changed(self, person_id: str, revision: int) -> None:
        """To `history-changes`."""
        message = HistoryChanged(person_id=person_id, revision=revision)
        await self._publisher.publish(Topic.HISTORY_CHANGES, person_id, message)

    async def upload_stored(self, upload: ClosedUpload) -> None:
        """To `uploads-stored`."""
        files = tuple(
            StoredFile(file=each.file, imported=each.imported, improved=each.improved, doubles=each.doubles)
            for each in upload.files
        )
        message = UploadStored(
            upload_id=upload.upload_id,
            person_id=upload.person_id,
            revision=upload.revision,
            files=files,
            replaced_estimates=upload.replaced_estimates,
        )
        await self._publisher.publish(Topic.UPLOADS_STORED, upload.person_id, message)

    async def unreadable(self, record: Any, reason: str) -> None:
        """To `plays-dlq`; a replay sends it again, known by its origin."""
        await dead_letter(self._publisher, record, READER, reason, record.written_at)

"""Saying where a sample plays now."""

from typing import Protocol

from contracts.messages.media import AskSample, SampleAnswered
from enricher.ports import MediaStore


class Addresses(Protocol):
    """Where the sources' samples play."""

    async def address(self, source_name: str, source_id: str) -> str | None:
        """An address that plays for some minutes, None where there is none any more. Raises Retryable."""


class AnswerSampleHandler:
    """Consumes `ask-sample`, answers `sample-answered`. Running it twice is safe: nothing changes."""

    def __init__(self, media: MediaStore, addresses: Addresses) -> None:
        self._media = media
        self._addresses = addresses

    async def __call__(self, question: AskSample) -> SampleAnswered:
        """Raises Retryable where the store or the source is away."""
        preview = await self._media.preview(question.key)
        if preview is None or preview.source_id is None:
            return SampleAnswered(url=preview.url if preview else None)
        return SampleAnswered(url=await self._addresses.address(preview.source, preview.source_id))

"""Samples of other sources where Spotify sends none. Off unless the operator turns it on: see the operator's guide."""

import logging
from collections.abc import Sequence

import msgspec

from chassis.errors import Retryable
from enricher.domain.answers import Track
from enricher.domain.media import Media, Preview
from enricher.sample_ports import OtherSample, SampleSource, TrackFacts

_LOG = logging.getLogger(__name__)


class OtherSamples:
    """Asks the sources in their order."""

    def __init__(self, sources: Sequence[SampleSource]) -> None:
        self._sources = sources

    @property
    def wanted(self) -> bool:
        """Whether there is any source."""
        return bool(self._sources)

    async def added(self, media: Media, track: Track) -> Media:
        """`media` with a sample of the first source that has one, in the place of the embed."""
        if media.preview and media.preview.kind == "audio":
            return media
        by = track.artists[0].name if track.artists else ""
        facts = TrackFacts(by, track.name, track.external_ids.get("isrc"), track.duration_ms)
        silent = False
        for source in self._sources:
            try:
                found = await source.find(facts)
            except Retryable as error:  # Spotify's own player is there meanwhile
                _LOG.warning("no answer from a source of samples", extra={"source": source.name, "reason": str(error)})
                silent = True
            else:
                if found:
                    return msgspec.structs.replace(media, preview=_preview(found))
        return msgspec.structs.replace(media, for_now=silent)

    async def address(self, source_name: str, source_id: str) -> str | None:
        """Where the source's sample plays now, None where it has none any more or is turned off. Raises Retryable."""
        for source in self._sources:
            if source.name == source_name:
                return await source.address(source_id)
        return None


def _preview(found: OtherSample) -> Preview:
    return Preview(kind="audio", url=found.url, source=found.source, link=found.link, source_id=found.source_id)

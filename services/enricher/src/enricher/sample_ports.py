"""What the handlers need of those who have samples of tracks, beside Spotify."""

from typing import NamedTuple, Protocol

from contracts.samples import OtherSource


class TrackFacts(NamedTuple):
    """What is known of a track that needs a sample. `isrc` is the code of the recording (ISO 3901)."""

    artist: str
    title: str
    isrc: str | None
    duration_ms: int | None


class OtherSample(NamedTuple):
    """A sample of 30 seconds. `link`: where its source shows the track; `source_id`: the track's id there.

    `url` is None where addresses end after some minutes: then SampleSource.address is asked before each play.
    """

    source: OtherSource
    url: str | None
    link: str | None
    source_id: str | None


class SampleSource(Protocol):
    """Somebody who has samples. `name` is the `source` of the samples found there."""

    name: str

    async def find(self, facts: TrackFacts) -> OtherSample | None:
        """The sample of this track, or None where the source is sure to have none.

        Raises Retryable where it does not answer, not as documented, or not now: none of these means "none".
        """

    async def address(self, source_id: str) -> str | None:
        """An address of the sample that plays now, or None where there is none any more. Raises Retryable as `find`."""

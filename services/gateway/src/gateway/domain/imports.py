"""An import seen from three sides (the store, the uploader's events, live totals), and which of them is the newest."""

import msgspec

from contracts.messages.uploads import ImportChanged, Live, LiveTotalsChanged, ReadUpload, Rows

_ORDER = {"receiving": 0, "reading": 1, "aggregating": 2, "done": 3, "failed": 3}
FINAL = frozenset({"done", "failed"})


def received(request: ReadUpload) -> ImportChanged:
    """The first state of an upload: its bytes are safe, nobody has read them yet."""
    return ImportChanged(
        upload_id=request.upload_id,
        person_id=request.person_id,
        state="receiving",
        error=None,
        created_at=request.created_at,
        finished_at=None,
        filename=request.filename,
        bytes=request.bytes,
        rows=Rows(),
        reasons={},
        files=(),
        live=Live(),
    )


def newest(one: ImportChanged | None, other: ImportChanged | None) -> ImportChanged | None:
    """The later of two states of one import: states only go forward, and rows only grow. Among equals `other`."""
    if one is None or other is None:
        return one or other
    return other if _age(other) >= _age(one) else one


def with_live(state: ImportChanged, totals: LiveTotalsChanged | None) -> Live:
    """What the upload has brought so far: both counts only grow, so the larger one is the newer one.

    The top track is told with the running totals only, and stays when the import has ended.
    """
    if totals is None:
        return state.live
    counted = Live(ms_played=totals.ms_played, streams=totals.streams)
    newer = max(state.live, counted, key=lambda live: (live.ms_played, live.streams))
    return newer if newer.top_track else msgspec.structs.replace(newer, top_track=totals.top_track)


def _age(state: ImportChanged) -> tuple[int, int]:
    return _ORDER[state.state], state.rows.read

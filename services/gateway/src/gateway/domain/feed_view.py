"""How one's live feed stands: what happened since the export, read from Spotify's last fifty plays."""

from typing import Annotated, Literal

import msgspec

from gateway.domain.times import Moment

FeedState = Literal["off", "active", "blocked", "ended"]

_STATE = msgspec.Meta(
    description=(
        "`off`: never connected; `active`: read every few minutes; `blocked`: Spotify's limit is reached, until "
        "`resumes_at`; `ended`: the connection has ended, connect again"
    )
)


class FeedGap(msgspec.Struct, frozen=True, kw_only=True):
    """Between these moments plays may be missing; an export that reaches past it closes it."""

    from_: Moment = msgspec.field(name="from")
    to: Moment


class Feed(msgspec.Struct, frozen=True, kw_only=True):
    """The feed of the person signed in. Its gaps are known, oldest first."""

    state: Annotated[FeedState, _STATE]
    last_read_at: Moment | None
    resumes_at: Moment | None
    gaps: tuple[FeedGap, ...]


NO_FEED = Feed(state="off", last_read_at=None, resumes_at=None, gaps=())

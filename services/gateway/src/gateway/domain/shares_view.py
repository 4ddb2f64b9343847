"""Public shares, as their owner sees them."""

from typing import Annotated

import msgspec

from contracts.messages.shares import Share
from gateway.domain.times import Day, Moment, moment


class ShareView(msgspec.Struct, frozen=True, kw_only=True):
    """A public page of one report, frozen. Its days are None where nothing was ever played."""

    id: str
    url: Annotated[str, msgspec.Meta(description="Whoever has it sees the page; `.png` behind it is its picture")]
    created_at: Moment
    from_: Day | None = msgspec.field(name="from")
    to: Day | None


class ShareList(msgspec.Struct, frozen=True, kw_only=True):
    """The person's shares, newest first."""

    items: tuple[ShareView, ...]


def share_view(share: Share, public_url: str) -> ShareView:
    """`share` with its address on the site at `public_url`."""
    return ShareView(
        id=share.id,
        url=share_url(public_url, share.id),
        created_at=moment(share.created_at),
        from_=share.first_day,
        to=share.last_day,
    )


def share_url(public_url: str, share_id: str) -> str:
    """The address of a share, absolute."""
    return f"{public_url.rstrip('/')}/s/{share_id}"

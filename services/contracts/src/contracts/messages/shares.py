"""Public shares: one wrapped, frozen, for everybody who has its address.

What is frozen is the JSON of a `Wrapped`, and it is kept for as long as its owner wants: a field that `Wrapped` gains
has a default, or old shares could not be shown any more (tests/contract/test_kept_shares.py).
"""

from typing import ClassVar

import msgspec

from contracts.messages.base import Message
from contracts.messages.questions import WrappedQuestion


class FreezeWrapped(Message, frozen=True):
    """Command: answer `question`, whose viewer is "other", and keep the answer under `share_id` as it is now.

    `name` is what the page calls the person. The same `share_id` again answers the same share. Refused with
    `too_many_shares`, or `unknown_person` for somebody who was erased.
    """

    SCHEMA: ClassVar[str] = "freeze-wrapped.v1"

    share_id: str
    name: str
    question: WrappedQuestion


class Share(msgspec.Struct, frozen=True, kw_only=True):
    """A share as its owner sees it; `created_at` is unix ms UTC, days are inclusive and None without any play."""

    id: str
    created_at: int
    first_day: str | None
    last_day: str | None


class WrappedFrozen(Message, frozen=True):
    """The share is kept."""

    SCHEMA: ClassVar[str] = "wrapped-frozen.v1"

    share: Share


class RevokeShare(Message, frozen=True):
    """Command: take one of the person's shares away."""

    SCHEMA: ClassVar[str] = "revoke-share.v1"

    person_id: str
    share_id: str


class ShareRevoked(Message, frozen=True):
    """It is gone; `found` says whether the person had it."""

    SCHEMA: ClassVar[str] = "share-revoked.v1"

    found: bool

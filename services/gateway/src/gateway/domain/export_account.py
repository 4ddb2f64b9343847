"""What `account.json` of an export holds: everything but the plays, as the interface shows it elsewhere."""

from typing import Any

import msgspec

from contracts.messages.people import Profile, Token
from contracts.messages.sessions import Session
from gateway.domain.export_rows import VERSION
from gateway.domain.feed_view import Feed
from gateway.domain.me_view import PersonalToken, me_of, token_of
from gateway.domain.sessions_view import SessionView, session_list_of
from gateway.domain.shares_view import ShareView
from gateway.domain.times import Moment
from gateway.domain.upload_view import Rejection


class Account(msgspec.Struct, frozen=True, kw_only=True):
    """The short part of the account: `profile` is what `/api/v1/me` shows, sessions and tokens are without secrets."""

    nachklang: int
    made_at: Moment
    profile: dict[str, Any]
    sessions: tuple[SessionView, ...]
    tokens: tuple[PersonalToken, ...]
    shares: tuple[ShareView, ...]
    feed: Feed


class RejectedRow(msgspec.Struct, frozen=True, kw_only=True):
    """A row of an import that was not taken, and why."""

    upload: str
    file: str
    row: int
    reason: str


def account_of(
    profile: Profile,
    sessions: list[Session],
    tokens: list[Token],
    shares: tuple[ShareView, ...],
    feed: Feed,
    made_at: Moment,
) -> Account:
    """The short part of the account of `profile`, as it stands at `made_at`."""
    me = msgspec.structs.asdict(me_of(profile, csrf=""))
    del me["csrf_token"]
    return Account(
        nachklang=VERSION,
        made_at=made_at,
        profile=me,
        sessions=session_list_of(sessions).items,
        tokens=tuple(map(token_of, tokens)),
        shares=shares,
        feed=feed,
    )


def rejected_row(upload_id: str, rejection: Rejection) -> RejectedRow:
    """One rejected row of an upload."""
    return RejectedRow(upload=upload_id, file=rejection.file, row=rejection.row, reason=rejection.reason)

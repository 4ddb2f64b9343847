"""The signed-in person and their tokens, as the interface shows them."""

import msgspec

from contracts.messages.people import Profile, Token
from gateway.domain.times import Moment, moment, moment_or_none


class Picture(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A picture by its address; linked, never copied. `small` is the same one for a small place, where there is one."""

    url: str
    small: str | None = None


class SpotifyConnection(msgspec.Struct, frozen=True, kw_only=True):
    """Whether Spotify still answers for this person, and until when the connection holds.

    `reconnect`: there was a connection, and it has ended.
    """

    connected: bool
    until: Moment | None
    reconnect: bool


class Me(msgspec.Struct, frozen=True, kw_only=True):
    """The person signed in. `csrf_token` goes into `X-CSRF-Token` with every change made by cookie.

    `login` is the name of a local account, null without one. `admin`: may invite others. `zone_told`: somebody has said
    which `time_zone` it is; until then it is UTC.
    """

    id: str
    name: str
    login: str | None
    admin: bool
    picture: Picture | None
    time_zone: str
    zone_told: bool
    locale: str
    sharing: bool
    spotify: SpotifyConnection
    csrf_token: str


class PersonalToken(msgspec.Struct, frozen=True, kw_only=True):
    """A personal access token without its secret."""

    id: str
    name: str
    created_at: Moment
    last_used_at: Moment | None


class TokenList(msgspec.Struct, frozen=True, kw_only=True):
    """The person's tokens, oldest first."""

    items: tuple[PersonalToken, ...]


class NewToken(msgspec.Struct, frozen=True, kw_only=True):
    """A token just made; `token` is shown this once and kept nowhere."""

    id: str
    name: str
    token: str


def picture_of(url: str | None, small: str | None = None) -> Picture | None:
    """The picture at `url`, None without one."""
    return None if url is None else Picture(url=url, small=small)


def me_of(profile: Profile, csrf: str) -> Me:
    """`profile` as `/api/v1/me` shows it."""
    return Me(
        id=profile.person_id,
        name=profile.name,
        login=profile.login,
        admin=profile.admin,
        picture=picture_of(profile.picture),
        time_zone=profile.time_zone,
        zone_told=profile.zone_told,
        locale=profile.locale,
        sharing=profile.sharing,
        spotify=SpotifyConnection(
            connected=profile.connected,
            until=moment_or_none(profile.connected_until),
            reconnect=profile.reconnect,
        ),
        csrf_token=csrf,
    )


def token_of(token: Token) -> PersonalToken:
    """`token` as the list of tokens shows it."""
    return PersonalToken(
        id=token.id,
        name=token.name,
        created_at=moment(token.created_at),
        last_used_at=moment_or_none(token.last_used_at),
    )

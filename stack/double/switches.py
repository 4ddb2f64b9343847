"""What can be made to go wrong, and how the double's application is set up (spotify.md 6)."""

from typing import Literal

import msgspec


class FeedPlay(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One play of a recently-played feed: a track id and the moment in unix ms, UTC."""

    track: str
    played_at: int


Outage = Literal["none", "502", "503", "html"]


class Switches(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Every switch in its ordinary position. People are named by their id: `mira`, or the NAME of `as=NAME`."""

    mode: Literal["D", "E"] = "D"
    """D: an application in development mode, E: extended quota."""
    refresh_token: Literal["omit", "repeat", "rotate"] = "omit"  # noqa: S105 - a position
    """What a refresh answers: no refresh token, the same, or a new one that revokes the old."""
    clock_offset_ms: int = 0
    """How far the double's time is ahead of the machine's."""
    unregistered: tuple[str, ...] = ()
    """People taken off the allow-list: they can sign in, and every API call answers 403."""
    revoked: tuple[str, ...] = ()
    """People who removed the application from their account; a new authorization takes them off this list."""
    owner_premium: bool = True
    rate_limit: int | None = None
    """API calls per 30 s before 429."""
    rate_limit_body: Literal["text", "json"] = "text"
    retry_after: Literal["sent", "absent"] = "sent"
    """Whether the 429 of a limit per 30 s, the Web API's or oEmbed's, says how long to wait; that of a quota does."""
    quota: dict[str, int] = {}
    """API calls per day before 429 QUOTA_EXCEEDED, by bucket: search, tracks, artists, albums, shows, episodes, me."""
    null_playlist_items: bool = False
    null_items: bool = False
    """Search answers null before each track and each artist; a null takes the place of one on its page."""
    artists_without_images: bool = False
    albums_without_images: bool = False
    """Albums have no images in the Web API, and so no track has a cover; oEmbed still shows one."""
    total_lies: bool = False
    unfindable: tuple[str, ...] = ()
    """Titles and names that search does not find."""
    invents: bool = True
    """False: search finds only what the catalogue holds or was once asked for by id."""
    wrong_versions: bool = False
    """Search for tracks and artists begins with wrong ones (`stack.double.wrong_versions`)."""
    latency_ms: int = 0
    """How long each call of the Web API and of oEmbed waits for its answer."""
    preview_url: Literal["by mode", "present", "null", "absent"] = "by mode"
    """by mode: absent in D, null in E."""
    deny_consent: bool = False
    """Whoever is asked for consent says no."""
    state_echo: Literal["same", "changed", "absent"] = "same"
    account_id: bool = True
    user_fields: bool = False
    """country, email, product and followers in /me also in mode D, as probes still saw them in 2026-10."""
    accounts_outage: Outage = "none"
    api_outage: Outage = "none"
    """Of the Web API; oEmbed has its own."""
    oembed_outage: Outage = "none"
    oembed_limit: int | None = None
    """Calls of oEmbed per 30 s before 429."""
    feeds: dict[str, tuple[FeedPlay, ...]] = {}
    """Recently played, by person; empty until filled here."""


class SwitchBoard:
    """The switches as they stand."""

    def __init__(self) -> None:
        self.now = Switches()

    def change(self, patch: bytes) -> Switches:
        """Set the fields that `patch`, a JSON object, names.

        Raises msgspec.DecodeError or ValidationError, and then changes nothing.
        """
        fields = msgspec.json.decode(patch, type=dict[str, object])
        merged = msgspec.to_builtins(self.now) | fields
        self.now = msgspec.convert(merged, Switches)
        return self.now

    def reset(self) -> Switches:
        """Every switch back to its ordinary position."""
        self.now = Switches()
        return self.now

    def forgive(self, person: str) -> None:
        """Take a person off `revoked`: they have authorized the application again."""
        kept = tuple(name for name in self.now.revoked if name != person)
        self.now = msgspec.structs.replace(self.now, revoked=kept)

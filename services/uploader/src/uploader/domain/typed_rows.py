"""The rows of Spotify's formats and of our own. What names the person's devices is not even read."""

import typing
from typing import ClassVar

import msgspec
from msgspec import UNSET, UnsetType, field

from uploader.domain.checks import NOT_AN_OBJECT, UNREADABLE, not_an_integer

Text = str | None
Flag = bool | None
Number = int | None


class ExtendedRow(msgspec.Struct, gc=False):
    """A row of the extended history (exports.md). Any key may be missing, unknown ones are passed over."""

    MOMENT: ClassVar[str] = "ts"
    MS_PLAYED: ClassVar[str] = "ms_played"

    moment: Text = field(default=None, name=MOMENT)
    ms_played: Number = None
    platform: Text = None
    conn_country: Text = None
    master_metadata_track_name: Text = None
    master_metadata_album_artist_name: Text = None
    master_metadata_album_album_name: Text = None
    spotify_track_uri: Text = None
    episode_name: Text = None
    episode_show_name: Text = None
    spotify_episode_uri: Text = None
    audiobook_title: Text = None
    audiobook_uri: Text = None
    audiobook_chapter_uri: Text = None
    audiobook_chapter_title: Text = None
    reason_start: Text = None
    reason_end: Text = None
    shuffle: Flag = None
    skipped: Flag = None
    offline: Flag = None
    offline_timestamp: Number = None
    incognito_mode: Flag = None


class AccountRow(msgspec.Struct, gc=False, rename="camel"):
    """A row of the account data. Which of the last four keys are there, even as null, says what it was."""

    MOMENT: ClassVar[str] = "endTime"
    MS_PLAYED: ClassVar[str] = "msPlayed"

    moment: Text = field(default=None, name=MOMENT)
    ms_played: Number = None
    artist_name: Text = None
    track_name: Text = None
    podcast_name: Text | UnsetType = UNSET
    episode_name: Text | UnsetType = UNSET
    audiobook_name: Text | UnsetType = UNSET
    chapter_name: Text | UnsetType = UNSET


class NachklangRow(msgspec.Struct, gc=False):
    """A row of a history that this program has given out (nachklang_rows)."""

    MOMENT: ClassVar[str] = "played_at"
    MS_PLAYED: ClassVar[str] = "ms_played"

    moment: Text = field(default=None, name=MOMENT)
    ms_played: Number = None
    source: Text = None
    kind: Text = None
    artist: Text = None
    title: Text = None
    album: Text = None
    spotify_id: Text = None
    platform: Text = None
    country: Text = None
    reason_start: Text = None
    reason_end: Text = None
    shuffle: Flag = None
    skipped: Flag = None
    offline: Flag = None
    offline_at: Number = None
    private: Flag = None


R = typing.TypeVar("R", ExtendedRow, AccountRow, NachklangRow)


def typed(value: object, cls: type[R]) -> R | str:
    """A row of `cls` from any JSON value, or the reason why it is none. Fields of a wrong type count as null."""
    if not isinstance(value, dict):
        return NOT_AN_OBJECT
    ms_played = value.get(cls.MS_PLAYED)
    if ms_played is not None and type(ms_played) is not int:
        return not_an_integer(cls.MS_PLAYED)
    fields: dict[str, typing.Any] = {
        name: found if type(found := value[key]) is kind else None
        for key, (name, kind) in _KINDS[cls].items()
        if key in value
    }
    moment = value.get(cls.MOMENT)
    if moment is not None and type(moment) is not str:
        fields["moment"] = UNREADABLE
    return cls(**fields)


def _kinds(cls: type[msgspec.Struct]) -> dict[str, tuple[str, type]]:
    """Of each JSON key: the attribute and the type of its values."""
    return {field.encode_name: (field.name, typing.get_args(field.type)[0]) for field in msgspec.structs.fields(cls)}


_KINDS = {cls: _kinds(cls) for cls in (ExtendedRow, AccountRow, NachklangRow)}

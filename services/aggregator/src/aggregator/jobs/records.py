"""The records of the topic `plays`, checked: whatever comes out of here keeps to the contract."""

import re
from collections.abc import Iterable

from contracts.codec import Headers, UnreadableMessage, decode
from contracts.messages.plays import MAX_PLAYS_PER_RECORD, PlayColumns, PlaysRead, UploadRead

_ID = re.compile("[0-9a-f]{32}")
_LAST_MOMENT = 253_402_300_799_999  # 9999-12-31, the last day of a four-digit year
_MOST = 2**31 - 1  # of records and files
_LAST_OFFLINE = 2**63 - 1


def read(value: bytes | None, headers: Headers) -> PlaysRead | UploadRead:
    """The message in a record. Raises UnreadableMessage with what is wrong with it."""
    message = decode(value, headers)
    if isinstance(message, PlaysRead):
        wrong = _wrong_ids(message.upload_id, message.person_id) or _wrong_numbers(message) or _wrong(message.plays)
    elif isinstance(message, UploadRead):
        within = 0 <= message.records <= _MOST
        wrong = _wrong_ids(message.upload_id, message.person_id) or ("" if within else "records is out of range")
    else:
        wrong = f"{message.SCHEMA} does not belong here"
    if wrong:
        raise UnreadableMessage(wrong)
    return message  # type: ignore[return-value]  # any other kind was refused above


def _wrong_ids(*ids: str) -> str:
    return "" if all(_ID.fullmatch(each) for each in ids) else "an id is not 32 hexadecimal digits"


def _wrong_numbers(message: PlaysRead) -> str:
    return "" if 0 <= message.seq <= _MOST and 0 <= message.file <= _MOST else "seq or file is out of range"


def _wrong(plays: PlayColumns) -> str:
    columns = {name: getattr(plays, name) for name in plays.__struct_fields__}
    count = len(plays.identity)
    if not 1 <= count <= MAX_PLAYS_PER_RECORD or any(len(column) != count for column in columns.values()):
        return "columns are empty, too long or of different lengths"
    if not (_hexadecimal(plays.identity, 32) and _hexadecimal(plays.fingerprint, 16)):
        return "an identity or fingerprint is of other digits"
    if min(plays.played_at) < 0 or max(plays.played_at) > _LAST_MOMENT:
        return "a moment is out of range"
    if min(plays.ms_played) < 0 or max(plays.ms_played) > _LAST_MOMENT:
        return "a playing time is out of range"
    if any(offline is not None and abs(offline) > _LAST_OFFLINE for offline in plays.offline_at):
        return "an offline_at is out of range"
    return ""


def _hexadecimal(values: Iterable[str], digits: int) -> bool:
    """Each of so many hexadecimal digits in small letters."""
    if any(len(value) != digits for value in values):
        return False
    joined = "".join(values)
    try:
        return bytes.fromhex(joined).hex() == joined  # fromhex alone takes capitals and blanks
    except ValueError:
        return False

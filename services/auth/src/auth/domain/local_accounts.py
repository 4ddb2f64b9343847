"""Local accounts: what a login, a name and a password may be, and how long a link is good."""

import re
import secrets
import unicodedata
from dataclasses import dataclass

from auth.domain import account_refusals as refusals
from auth.domain.people import DEFAULT_LOCALE, DEFAULT_ZONE, is_locale, is_time_zone

INVITATION_LIFE_MS = 7 * 24 * 3_600_000
RESET_LIFE_MS = 24 * 3_600_000
SHORTEST_PASSWORD, LONGEST_PASSWORD = 10, 200
_LONGEST_NAME = 100
_JOINERS = frozenset("\u200c\u200d")
_LOGIN = re.compile(r"[a-z0-9._-]{3,32}")


@dataclass(frozen=True, repr=False)
class NewAccount:
    """A local account that is to be made; `encoded` is the password as argon2id encodes it."""

    login: str
    name: str
    encoded: str
    time_zone: str
    locale: str


@dataclass(frozen=True, repr=False)
class KeptPassword:
    """The password of a local account, set at `changed_at`, unix ms UTC.

    `request_hash` names the request that changed it, None for one that was set by a link.
    """

    person_id: str
    login: str
    encoded: str
    request_hash: str | None
    changed_at: int


@dataclass(frozen=True)
class PasswordSet:
    """Whose password was set anew, and the hashes of the sessions that ended with it."""

    person_id: str
    ended: tuple[str, ...] = ()


def new_code() -> str:
    """The secret of an invitation: 256 random bits."""
    return secrets.token_urlsafe(32)


def normal_login(text: str) -> str:
    """As it is kept and looked up: capitals and blanks around it do not count."""
    return text.strip().lower()


def normal_password(text: str) -> str:
    """The same password, whichever way a keyboard composes its letters (NFKC, as NIST SP 800-63B 5.1.1.2 advises)."""
    return unicodedata.normalize("NFKC", text)


def checked_login(text: str) -> str:
    """The login. Raises Refusal."""
    login = normal_login(text)
    if not _LOGIN.fullmatch(login):
        raise refusals.invalid_login()
    return login


def checked_name(text: str) -> str:
    """The name that others see. Raises Refusal."""
    name = text.strip()
    if not 0 < len(name) <= _LONGEST_NAME or any(map(_is_unseen, name)):
        raise refusals.invalid_name()
    return name


def _is_unseen(character: str) -> bool:
    """Controls, also those that turn the direction of writing; joiners are part of scripts and of emoji."""
    return unicodedata.category(character) in {"Cc", "Cf"} and character not in _JOINERS


def checked_password(text: str, login: str) -> str:
    """A password that may be set. Raises Refusal."""
    password = normal_password(text)
    if not SHORTEST_PASSWORD <= len(password) <= LONGEST_PASSWORD or password.lower() == login:
        raise refusals.weak_password()
    return password


def zone_or_default(name: str | None) -> str:
    """What the browser says, where it is a zone: nobody is kept from joining by it."""
    return name if name and is_time_zone(name) else DEFAULT_ZONE


def locale_or_default(tag: str | None) -> str:
    """What the browser says, where it is a language tag."""
    return tag if tag and is_locale(tag) else DEFAULT_LOCALE

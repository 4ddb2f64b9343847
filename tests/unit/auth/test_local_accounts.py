"""What a login, a name and a password may be; and how long sessions live."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auth.domain import sessions
from auth.domain.account_refusals import too_many_attempts
from auth.domain.local_accounts import (
    checked_login,
    checked_name,
    checked_password,
    locale_or_default,
    new_code,
    normal_password,
    zone_or_default,
)
from auth.domain.refusals import Refusal
from contracts.keys import credential_hash

DAY = 24 * 3_600_000


@pytest.mark.parametrize(("text", "login"), [("anna", "anna"), (" Anna.Lena ", "anna.lena"), ("a-1_" * 8, "a-1_" * 8)])
def test_logins_are_small_letters_digits_and_three_marks(text: str, login: str) -> None:
    assert checked_login(text) == login


@pytest.mark.parametrize(
    "text", ["", "an", "a" * 33, "anna lena", "ännä", "anna@example.org", "anna\n b", "ANNA\u0130"]
)
def test_other_logins_are_refused_with_the_rule(text: str) -> None:
    with pytest.raises(Refusal, match="3 to 32") as raised:
        checked_login(text)
    assert raised.value.code == "invalid_login"


@pytest.mark.parametrize("text", ["", "  ", "x" * 101])
def test_names_are_bounded(text: str) -> None:
    with pytest.raises(Refusal, match="1 to 100"):
        checked_name(text)
    assert checked_name(f" {'x' * 100} ") == "x" * 100


@pytest.mark.parametrize("text", ["Anna\u202egnitsil", "An\u2066na", "Anna\x00", "An\nna", "Anna\u200b"])
def test_nothing_unseen_stands_in_a_name(text: str) -> None:
    with pytest.raises(Refusal, match="can be seen"):
        checked_name(text)


@pytest.mark.parametrize("text", ["Ayşe", "春斗", "نوشین\u200cدخت", "Fam 👨\u200d👩\u200d👧", "O’Neil-Straße"])
def test_every_script_can_write_a_name(text: str) -> None:
    assert checked_name(text) == text


@pytest.mark.parametrize("text", ["", "short pwd", "x" * 201, "long.login.as.password", "Long.Login.as.Password"])
def test_weak_passwords_are_refused(text: str) -> None:
    with pytest.raises(Refusal, match="10 to 200") as raised:
        checked_password(text, "long.login.as.password")
    assert raised.value.code == "weak_password"


@given(st.text(min_size=1, max_size=40))
def test_a_password_is_the_same_however_a_keyboard_composes_it(text: str) -> None:
    composed, apart = (unicodedata.normalize(form, text) for form in ("NFC", "NFD"))
    assert normal_password(composed) == normal_password(apart)


def test_a_browser_that_names_no_zone_or_language_of_ours_keeps_nobody_from_joining() -> None:
    assert (zone_or_default("Europe/Berlin"), locale_or_default("de-DE")) == ("Europe/Berlin", "de-DE")
    assert {zone_or_default(name) for name in (None, "", "Mars/Olympus")} == {"UTC"}
    assert {locale_or_default(tag) for tag in (None, "", "de_DE")} == {"en"}


def test_the_secret_of_an_invitation_is_long_and_never_the_same() -> None:
    codes = {new_code() for _ in range(100)}
    assert len(codes) == 100
    assert all(len(code) >= 43 for code in codes)


@pytest.mark.parametrize(
    ("seconds", "said"), [(1, "1 seconds"), (30, "30 seconds"), (61, "2 minutes"), (900, "15 min")]
)
def test_who_has_to_wait_is_told_how_long(seconds: int, said: str) -> None:
    refusal = too_many_attempts(seconds)
    assert said in refusal.detail
    assert refusal.retry_after_s == seconds


def test_a_session_ends_after_thirty_quiet_days_or_ninety_in_all() -> None:
    assert sessions.ends_at(0, 0) == 30 * DAY
    assert sessions.ends_at(0, 59 * DAY) == 89 * DAY
    assert sessions.ends_at(0, 80 * DAY) == 90 * DAY


def test_the_id_of_a_session_is_always_the_same_and_does_not_hold_its_hash() -> None:
    hashed = credential_hash("cookie")
    assert sessions.session_id(hashed) == sessions.session_id(hashed)
    assert len(sessions.session_id(hashed)) == 32
    assert sessions.session_id(hashed) not in hashed


def test_what_a_browser_says_of_itself_is_kept_short() -> None:
    assert sessions.NewSession("h", "password", "x" * 500).label == "x" * 100
    assert sessions.NewSession("h", "password", "").label is None

"""Passwords on their way: sealed for the newest key, opened by each that is still held."""

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nacl.public import PublicKey, SealedBox

from auth.adapters.password_boxes import PasswordBoxes
from auth.domain.refusals import Refusal

OLD, NEW = (base64.b64encode(bytes([number]) * 32).decode() for number in (1, 2))


def seal(public_key: str, password: str) -> str:
    """As the gateway does it."""
    return base64.b64encode(SealedBox(PublicKey(base64.b64decode(public_key))).encrypt(password.encode())).decode()


@given(st.text(max_size=200))
def test_what_is_sealed_opens_again(password: str) -> None:
    boxes = PasswordBoxes(OLD)
    sealed = seal(boxes.public_key, password)
    assert boxes.open(sealed) == password
    assert sealed != seal(boxes.public_key, password)


def test_the_longest_password_fits_the_contract() -> None:
    assert len(seal(PasswordBoxes(OLD).public_key, "\U0001f3b5" * 200)) <= 2_000


def test_keys_can_be_changed_while_passwords_are_under_way() -> None:
    before, during, after = PasswordBoxes(OLD), PasswordBoxes(f"{NEW},{OLD}"), PasswordBoxes(NEW)
    assert before.public_key != during.public_key == after.public_key
    assert during.open(seal(before.public_key, "secret")) == "secret"
    assert after.open(seal(during.public_key, "secret")) == "secret"
    with pytest.raises(Refusal) as raised:
        after.open(seal(before.public_key, "secret"))
    assert (raised.value.code, raised.value.retryable) == ("unreadable", True)


def test_two_processes_with_one_key_have_one_box_and_it_is_not_the_key() -> None:
    assert PasswordBoxes(OLD).public_key == PasswordBoxes(OLD).public_key
    assert PasswordBoxes(OLD).public_key != OLD


@pytest.mark.parametrize("sealed", ["", "no base64!", "c2hvcnQ=", base64.b64encode(b"x" * 200).decode(), "\u00e4"])
def test_what_is_no_box_is_refused(sealed: str) -> None:
    with pytest.raises(Refusal) as raised:
        PasswordBoxes(OLD).open(sealed)
    assert raised.value.code == "unreadable"

"""Tokens at rest: sealed, bound to their row, and readable through a change of keys."""

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auth.adapters.cipher import Cipher, Unreadable

OLD, NEW = (base64.b64encode(bytes([number]) * 32).decode() for number in (1, 2))


@given(st.text(max_size=200))
def test_what_is_sealed_opens_again(text: str) -> None:
    cipher = Cipher(OLD)
    sealed = cipher.seal(text, "row")
    assert cipher.open(cipher.key_id, sealed, "row") == text
    assert sealed != cipher.seal(text, "row")


def test_it_opens_for_its_own_row_only_and_not_if_changed() -> None:
    cipher = Cipher(OLD)
    sealed = cipher.seal("secret", "row 1")
    with pytest.raises(Unreadable):
        cipher.open(cipher.key_id, sealed, "row 2")
    with pytest.raises(Unreadable):
        cipher.open(cipher.key_id, sealed[:-1] + bytes([sealed[-1] ^ 1]), "row 1")


def test_keys_can_be_changed() -> None:
    before, during, after = Cipher(OLD), Cipher(f"{NEW},{OLD}"), Cipher(NEW)
    old_row = (before.key_id, before.seal("secret", "row"))
    assert during.open(*old_row, "row") == "secret"
    assert after.open(during.key_id, during.seal("secret", "row"), "row") == "secret"
    with pytest.raises(Unreadable, match=before.key_id):
        after.open(*old_row, "row")


@pytest.mark.parametrize("keys", ["", "short", base64.b64encode(b"x" * 16).decode(), f"{OLD},"])
def test_wrong_keys_are_refused(keys: str) -> None:
    with pytest.raises(ValueError, match="32 bytes in base64"):
        Cipher(keys)

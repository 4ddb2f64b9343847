"""Passwords travel sealed: with a key that is asked for once a minute, and anew when the auth service has another."""

import base64

import pytest
from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, SealedBox

from chassis.rpc import RequestRefused
from contracts.messages import Message, RequestFailed
from contracts.messages.accounts import AskSealingKey, ChangePassword, PasswordChanged, SealingKeyTold
from gateway.handlers.sealer import Seal, Sealer
from tests.unit.gateway.fakes import FakeAsks

PASSWORD = "correct horse battery stäple"


class Auth:
    """Opens what it can, with a key that may change; `refuses` is a code that it answers with instead."""

    def __init__(self) -> None:
        self.key = PrivateKey.generate()
        self.refuses: str | None = None
        self.opened: list[str] = []
        self.asks = FakeAsks(self.answer)
        self.now = 1_000
        self.sealer = Sealer(self.asks, lambda: self.now)

    def answer(self, request: Message) -> Message:
        if isinstance(request, AskSealingKey):
            return SealingKeyTold(public_key=base64.b64encode(bytes(self.key.public_key)).decode())
        assert isinstance(request, ChangePassword)
        if self.refuses is not None:
            raise RequestRefused(RequestFailed(code=self.refuses, detail="No."))
        try:
            self.opened.append(SealedBox(self.key).decrypt(base64.b64decode(request.new)).decode())
        except CryptoError as error:
            raise RequestRefused(RequestFailed(code="unreadable", detail="No.", retryable=True)) from error
        return PasswordChanged(session_hashes=[])

    async def change(self) -> None:
        await self.sealer.ask(change, PasswordChanged)

    def keys_asked(self) -> int:
        return sum(isinstance(request, AskSealingKey) for request in self.asks.asked)


def change(seal: Seal) -> Message:
    return ChangePassword(person_id="a" * 32, old=seal("old"), new=seal(PASSWORD), keep_hash=None)


async def test_a_password_is_sealed_for_the_auth_service_alone() -> None:
    auth = Auth()
    await auth.change()
    assert auth.opened == [PASSWORD]
    assert PASSWORD not in repr(auth.asks.asked)


async def test_the_key_is_kept_for_a_minute() -> None:
    auth = Auth()
    await auth.change()
    auth.now += 59_999
    await auth.change()
    assert auth.keys_asked() == 1
    auth.now += 1
    await auth.change()
    assert auth.keys_asked() == 2


async def test_a_box_that_is_not_opened_is_sealed_anew_once() -> None:
    auth = Auth()
    await auth.change()
    auth.key = PrivateKey.generate()
    await auth.change()
    assert auth.opened == [PASSWORD, PASSWORD]
    auth.refuses = "unreadable"
    with pytest.raises(RequestRefused):
        await auth.change()
    assert auth.keys_asked() == 3


async def test_any_other_refusal_is_passed_on_at_once() -> None:
    auth = Auth()
    auth.refuses = "password_refused"
    with pytest.raises(RequestRefused):
        await auth.change()
    assert auth.keys_asked() == 1

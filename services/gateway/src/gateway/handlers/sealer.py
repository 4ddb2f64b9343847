"""Passwords on their way to the auth service: sealed with its public key, so that nobody reads them in Kafka."""

import base64
from collections.abc import Callable
from typing import TypeVar

from nacl.public import PublicKey, SealedBox

from chassis.clock import Clock
from chassis.rpc import RequestRefused
from contracts.messages import Message
from contracts.messages.accounts import AskSealingKey, SealingKeyTold
from gateway.handlers.asking import ask_auth
from gateway.ports import Asks

M = TypeVar("M", bound=Message)

Seal = Callable[[str], str]
"""Seals one password."""

_Box = SealedBox[PublicKey]
_KEPT_MS = 60_000
_UNREADABLE = "unreadable"
"""The auth service's word for a box that none of its keys opens: its key has changed."""


class Sealer:
    """Sends requests that hold sealed passwords. The public key is kept for a minute."""

    def __init__(self, asks: Asks, clock: Clock) -> None:
        self._asks = asks
        self._clock = clock
        self._kept: tuple[int, _Box] | None = None

    async def ask(self, request: Callable[[Seal], Message], expected: type[M]) -> M:
        """The reply to `request`; sealed once more with the newest key where the auth service can't open it.

        Raises as `ask_auth`.
        """
        try:
            return await ask_auth(self._asks, request(_seal(await self._box())), expected)
        except RequestRefused as refusal:
            if refusal.failure.code != _UNREADABLE:
                raise
        self._kept = None
        return await ask_auth(self._asks, request(_seal(await self._box())), expected)

    async def _box(self) -> _Box:
        now = self._clock()
        if self._kept is None or now - self._kept[0] >= _KEPT_MS:
            told = await ask_auth(self._asks, AskSealingKey(), SealingKeyTold)
            self._kept = now, SealedBox(PublicKey(base64.b64decode(told.public_key)))
        return self._kept[1]


def _seal(box: _Box) -> Seal:
    return lambda password: base64.b64encode(box.encrypt(password.encode())).decode()

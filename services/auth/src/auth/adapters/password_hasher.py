"""argon2id off the event loop, a few at a time: each takes 64 MiB and, on two cores, 0.2 s."""

import asyncio
import base64
import secrets
from collections.abc import Callable
from typing import ParamSpec, TypeVar

from argon2 import PasswordHasher
from argon2.exceptions import VerifyMismatchError

from auth.domain import account_refusals as refusals

P = ParamSpec("P")
T = TypeVar("T")

_AT_ONCE = 2
_MOST = 8
"""At work and waiting; below what a partition takes at a time, so that who guesses holds up no credential check."""


class Argon2Hasher:
    """Implements the port Hasher, with the parameters that argon2-cffi advises (RFC 9106 4, second choice)."""

    def __init__(self, hasher: PasswordHasher | None = None) -> None:
        self._hasher = hasher or PasswordHasher()
        self._nobodys = _of_nobody(self._hasher)
        self._turns = asyncio.Semaphore(_AT_ONCE)
        self._inside = 0

    def check_room(self) -> None:
        """Raise a refusal while too many wait for their turn."""
        if self._inside >= _MOST:
            raise refusals.too_busy()

    async def encode(self, password: str) -> str:
        """Parameters, salt and hash in one text."""
        return await self._in_turn(self._hasher.hash, password)

    async def fits(self, encoded: str | None, password: str) -> bool:
        """Whether this is the password. Without one the same work is done, and the answer is no."""
        verified = await self._in_turn(self._verify, encoded or self._nobodys, password)
        return verified and encoded is not None

    def is_outdated(self, encoded: str) -> bool:
        """Whether it was made with other parameters than today's."""
        return self._hasher.check_needs_rehash(encoded)

    async def _in_turn(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        self._inside += 1
        try:
            async with self._turns:
                return await asyncio.to_thread(work, *args, **kwargs)
        finally:
            self._inside -= 1

    def _verify(self, encoded: str, password: str) -> bool:
        try:
            return self._hasher.verify(encoded, password)
        except VerifyMismatchError:
            return False


def _of_nobody(hasher: PasswordHasher) -> str:
    """A random hash that no password has, with the parameters of today's: checking against it costs the same."""
    parameters = f"m={hasher.memory_cost},t={hasher.time_cost},p={hasher.parallelism}"
    return f"$argon2id$v=19${parameters}${_random(hasher.salt_len)}${_random(hasher.hash_len)}"


def _random(length: int) -> str:
    return base64.b64encode(secrets.token_bytes(length)).decode().rstrip("=")

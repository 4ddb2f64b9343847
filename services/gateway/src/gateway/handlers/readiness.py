"""Can the whole path serve? Sign-in, upload and wrapped are each tried with somebody who does not exist."""

import asyncio
import logging
from collections.abc import Awaitable, Callable

from chassis.clock import Clock
from chassis.ops import Check, failing
from contracts.keys import credential_hash
from contracts.messages.people import CheckCredential, CredentialChecked
from contracts.messages.questions import AskWrapped, WrappedQuestion
from contracts.messages.wrapped import WrappedAnswered
from contracts.topics import Topic
from gateway.handlers.asking import as_expected, ask_auth
from gateway.ports import Asks, ServingStore

_LOG = logging.getLogger(__name__)
_NOBODY = "0" * 32
_TRY_SECONDS = 2.5
_REMEMBERED_MS = 1000
"""So long one outcome holds, so that nobody can make the other services work by asking for readiness."""


def path_checks(asks: Asks, store: ServingStore) -> dict[str, Check]:
    """The checks that ask other services through the parts that serve people."""

    async def sign_in() -> None:
        request = CheckCredential(kind="session", credential_hash=credential_hash("nobody"))
        await ask_auth(asks, request, CredentialChecked, _TRY_SECONDS)

    async def wrapped() -> None:
        revision = (await store.revisions([_NOBODY])).get(_NOBODY, 0)
        question = WrappedQuestion(
            person_id=_NOBODY,
            revision=revision,
            time_zone="UTC",
            viewer="owner",
            first_day="2006-01-01",
            last_day="2006-01-01",
            by="time",
            limit=1,
        )
        reply = await asks.ask(Topic.WRAPPED_REQUESTS, _NOBODY, AskWrapped(question=question), _TRY_SECONDS)
        as_expected(reply, WrappedAnswered)

    async def imports() -> None:
        await store.find_import(_NOBODY)

    return {"sign-in": sign_in, "wrapped": wrapped, "imports": imports}


class Readiness:
    """Runs checks, all at once, and remembers the outcome for a second."""

    def __init__(self, checks: dict[str, Check], clock: Clock) -> None:
        self._checks = checks
        self._clock = clock
        self._lock = asyncio.Lock()
        self._outcome: tuple[int, dict[str, str]] | None = None

    async def failing(self) -> dict[str, str]:
        """The checks that fail, with their reasons."""
        async with self._lock:
            if self._outcome is None or self._clock() - self._outcome[0] > _REMEMBERED_MS:
                self._outcome = (self._clock(), await failing(self._checks))
                if self._outcome[1]:
                    _LOG.warning("not ready", extra={"failing": self._outcome[1]})
            return self._outcome[1]


Fetch = Callable[[str], Awaitable[int]]
"""The HTTP status at an address."""


def remote_checks(urls: tuple[str, ...], fetch: Fetch) -> dict[str, Check]:
    """One check for each address of another process's `/readyz`, named by its place: addresses are for nobody else."""
    return {f"process {number}": _answers_200(url, fetch) for number, url in enumerate(urls, start=1)}


def _answers_200(url: str, fetch: Fetch) -> Check:
    async def check() -> None:
        status = await fetch(url)
        if status != 200:  # noqa: PLR2004  # HTTP's own number
            raise ConnectionError(f"{url} answers {status}")

    return check

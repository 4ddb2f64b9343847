"""The account in an export, as JSON text piece by piece: the lists of imports and rejected rows may be long."""

from collections.abc import AsyncIterator
from typing import Any

import msgspec

from chassis.clock import Clock
from contracts.messages.people import Profile
from gateway.domain.export_account import Account as AccountPart
from gateway.domain.export_account import account_of, rejected_row
from gateway.domain.times import moment
from gateway.domain.upload_view import Upload
from gateway.handlers.account import Account
from gateway.handlers.imports import Imports
from gateway.handlers.sessions import Sessions
from gateway.handlers.shares import Shares
from gateway.ports import PeopleStore

_PAGE = 500


class ExportAccount:
    """Gathers what is held of a person beside their plays. Reads only."""

    def __init__(
        self, account: Account, sessions: Sessions, shares: Shares, people: PeopleStore, imports: Imports, clock: Clock
    ) -> None:
        self._account = account
        self._sessions = sessions
        self._shares = shares
        self._people = people
        self._imports = imports
        self._clock = clock

    async def short_part(self, profile: Profile, current: str | None) -> AccountPart:
        """All but the long lists. `current` is the secret of the session that asks, if it is one."""
        return account_of(
            profile,
            await self._sessions.of(profile.person_id, current),
            await self._account.tokens(profile.person_id),
            (await self._shares.of(profile.person_id)).items,
            await self._people.feed(profile.person_id),
            moment(self._clock()),
        )

    async def texts(self, part: AccountPart, person_id: str) -> AsyncIterator[bytes]:
        """`part` with `imports` and `rejections` behind it, as one JSON object."""
        yield msgspec.json.encode(part).removesuffix(b"}") + b',"imports":['
        ids: list[str] = []
        async for upload in self._uploads(person_id):
            yield _item(upload, first=not ids)
            ids.append(upload.id)
        yield b'],"rejections":['
        first = True
        for upload_id in ids:
            async for row in self._rejected(person_id, upload_id):
                yield _item(row, first=first)
                first = False
        yield b"]}\n"

    async def _uploads(self, person_id: str) -> AsyncIterator[Upload]:
        page = await self._imports.page(person_id, None, _PAGE)
        while True:
            for upload in page.items:
                yield upload
            if page.next is None:
                return
            page = await self._imports.page(person_id, page.next, _PAGE)

    async def _rejected(self, person_id: str, upload_id: str) -> AsyncIterator[Any]:
        page = await self._imports.rejections(person_id, upload_id, None, _PAGE)
        while True:
            for rejection in page.items:
                yield rejected_row(upload_id, rejection)
            if page.next is None:
                return
            page = await self._imports.rejections(person_id, upload_id, page.next, _PAGE)


def _item(value: msgspec.Struct, *, first: bool) -> bytes:
    """An entry of a list, on a line of its own."""
    return (b"\n" if first else b",\n") + msgspec.json.encode(value)

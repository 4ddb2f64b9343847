"""What visitors of a public share see: its page with media joined at this moment, and its picture, kept for a while."""

import asyncio
from collections.abc import Container
from typing import NamedTuple

import msgspec

from contracts.messages.wrapped import Wrapped
from gateway.domain.ids import is_id
from gateway.domain.media_items import items_of
from gateway.domain.share.card import card_of
from gateway.domain.share.language import Language
from gateway.domain.share.page import Shown
from gateway.domain.shares_view import share_url
from gateway.domain.times import moment
from gateway.domain.viewing import Whose
from gateway.domain.wrapped_mapping import wrapped_of
from gateway.handlers.drawn_pictures import DrawnPictures
from gateway.handlers.known_media import known_media
from gateway.handlers.media_requests import MediaRequests
from gateway.handlers.media_shelf import MediaShelf
from gateway.ports import DrawsPictures, SharesStore

_ANSWERS = msgspec.json.Decoder(Wrapped)


class _Frozen(NamedTuple):
    """A share that is there, read."""

    person_id: str
    name: str
    created_at: int
    answer: Wrapped


class SharePages:
    """Looks into the store at every visit: what was taken away is gone at once."""

    def __init__(
        self,
        store: SharesStore,
        shelf: MediaShelf,
        requests: MediaRequests,
        pictures: DrawsPictures,
        drawn: DrawnPictures,
        public_url: str,
        erased: Container[str],
    ) -> None:
        self._store = store
        self._shelf = shelf
        self._requests = requests
        self._pictures = pictures
        self._public_url = public_url
        self._erased = erased
        self._drawn = drawn
        self._drawing = asyncio.Lock()

    async def shown(self, share_id: str, language: Language) -> Shown | None:
        """What the page of a share shows; None where there is none. Raises Retryable while the store is away."""
        frozen = await self._frozen(share_id)
        if frozen is None:
            return None
        answer = frozen.answer
        items = items_of(answer)
        found = await known_media(self._shelf, self._requests, items.by_key())
        whose = Whose(frozen.person_id, frozen.name, None, answer.time_zone, "other")
        return Shown(
            report=wrapped_of(answer, items, whose, *found),
            card=card_of(answer, frozen.name, language),
            url=share_url(self._public_url, share_id),
            created_at=moment(frozen.created_at),
            language=language,
        )

    async def picture(self, share_id: str, language: Language) -> bytes | None:
        """The picture of a share, as PNG; None where there is none. Raises Retryable while the store is away."""
        frozen = await self._frozen(share_id)
        if frozen is None:
            return None
        async with self._drawing:  # one at a time, on a thread: drawing must hold up nobody
            drawn = self._drawn.get(frozen.person_id, share_id, language.code)
            if drawn is None:
                drawn = await asyncio.to_thread(self._pictures.draw, card_of(frozen.answer, frozen.name, language))
                self._drawn.keep(frozen.person_id, share_id, language.code, drawn)
        return drawn

    async def _frozen(self, share_id: str) -> _Frozen | None:
        share = await self._store.share(share_id) if is_id(share_id) else None
        if share is None or share.person_id in self._erased:
            self._drawn.forget_share(share_id)
            return None
        return _Frozen(share.person_id, share.name, share.created_at, _ANSWERS.decode(share.body))

"""The report as it is sent: an answer joined with its media, as JSON, kept ready in the process."""

import hashlib
from collections import OrderedDict
from collections.abc import Container
from typing import NamedTuple

import msgspec

from chassis.clock import Clock
from contracts.messages.questions import By, Viewer, WrappedQuestion
from contracts.messages.wrapped import Wrapped
from gateway.domain.media_items import items_of
from gateway.domain.viewing import Whose
from gateway.domain.wrapped_mapping import wrapped_of
from gateway.handlers.known_media import known_media
from gateway.handlers.media_requests import MediaRequests
from gateway.handlers.media_shelf import MediaShelf
from gateway.handlers.revisions import Revisions
from gateway.handlers.wrapped_answers import WrappedAnswers

_UNSETTLED_MS = 30_000
_SETTLED_MS = 600_000
"""After so long a page is joined anew, with media complete or not: media arrive, and expire. Sooner, if a wait ends."""
_MOST_BYTES = 64 * 1024 * 1024


class Asked(NamedTuple):
    """What somebody asks of a history; a missing date leaves that side open."""

    first_day: str | None
    last_day: str | None
    by: By
    limit: int


class Page(NamedTuple):
    """A report as JSON, and the tag that changes with its revision, question, viewer and media."""

    body: bytes
    etag: str


class _Kept(NamedTuple):
    page: Page
    keys: frozenset[str]
    generation: int
    until: int


_Key = tuple[WrappedQuestion, str, str | None]


class WrappedPages:
    """Makes reports. One revision look-up per request decides which answer is the right one."""

    def __init__(
        self,
        answers: WrappedAnswers,
        revisions: Revisions,
        shelf: MediaShelf,
        requests: MediaRequests,
        clock: Clock,
        erased: Container[str] = frozenset(),
    ) -> None:
        self._answers = answers
        self._revisions = revisions
        self._shelf = shelf
        self._requests = requests
        self._clock = clock
        self._erased = erased
        self._kept: OrderedDict[_Key, _Kept] = OrderedDict()
        self._bytes = 0

    async def page(self, whose: Whose, asked: Asked) -> Page:
        """The report for who may look. Raises Refused when the figures don't come, Retryable without the store."""
        question = WrappedQuestion(
            person_id=whose.person_id,
            revision=await self._revisions.of(whose.person_id),
            time_zone=whose.time_zone,
            viewer=whose.viewer,
            **asked._asdict(),
        )
        key = (question, whose.name, whose.picture)
        kept = self._kept.get(key)
        if kept is not None and self._current(kept):
            if kept.generation != self._shelf.generation:
                self._kept[key] = kept._replace(generation=self._shelf.generation)
            self._kept.move_to_end(key)
            return kept.page
        made = await self._made(await self._answers.answer(question), whose)
        self._keep(key, made)
        return made.page

    def forget(self, person_id: str, viewer: Viewer | None = None) -> None:
        """Let go of the reports about a person; with `viewer` of those that such a one sees."""
        for key in [key for key in self._kept if key[0].person_id == person_id and viewer in {None, key[0].viewer}]:
            self._bytes -= len(self._kept.pop(key).page.body)

    def _current(self, kept: _Kept) -> bool:
        return self._clock() < kept.until and self._shelf.unchanged(kept.keys, kept.generation)

    async def _made(self, answer: Wrapped, whose: Whose) -> _Kept:
        generation = self._shelf.generation
        items = items_of(answer)
        by_key = items.by_key()
        found = await known_media(self._shelf, self._requests, by_key)
        body = msgspec.json.encode(wrapped_of(answer, items, whose, *found))
        until = self._clock() + (_SETTLED_MS if found.state == "complete" else _UNSETTLED_MS)
        if found.resumes_at is not None:
            until = min(until, found.resumes_at)
        return _Kept(Page(body, _etag(body, whose)), frozenset(by_key), generation, until)

    def _keep(self, key: _Key, made: _Kept) -> None:
        if key[0].person_id in self._erased:
            return
        before = self._kept.pop(key, None)
        self._bytes += len(made.page.body) - (len(before.page.body) if before else 0)
        self._kept[key] = made
        while self._bytes > _MOST_BYTES:
            _, oldest = self._kept.popitem(last=False)
            self._bytes -= len(oldest.page.body)


def _etag(body: bytes, whose: Whose) -> str:
    """Another's view has another tag than the owner's, though both may say the same."""
    return f'"{hashlib.blake2b(whose.viewer.encode() + body, digest_size=16).hexdigest()}"'

"""Makes public shares."""

import asyncio
from concurrent.futures import Executor

import msgspec

from aggregator.domain.history.history import History
from aggregator.domain.statistics.wrapped import wrapped
from aggregator.domain.times.windows import InvalidQuestion
from aggregator.handlers.answering import answer_with
from aggregator.handlers.histories import Histories
from aggregator.ports import AuditLog, KeptShare, NewShare, NotKept, Reply, ShareStore
from chassis.clock import Clock
from contracts.messages.audit import Audited
from contracts.messages.shares import FreezeWrapped, Share, WrappedFrozen
from contracts.messages.wrapped import Wrapped

MOST_SHARES = 100
"""Of one person."""

MAX_LIMIT = 50
"""Entries in a list: a share is a page, not a copy of a history."""

ORIGIN = "aggregator"

_REASONS = {
    NotKept.ERASED: ("unknown_person", "This account was deleted, and all its shares with it."),
    NotKept.REVOKED: ("share_revoked", "This share was taken away. Make a new one."),
    NotKept.SOMEBODY_ELSES: ("share_exists", "There is such a share already. Make one with another id."),
    NotKept.TOO_MANY: ("too_many_shares", f"You have {MOST_SHARES} shares. Take one away, then make a new one."),
}


class FreezeShare:
    """Consumes `freeze-wrapped`; emits `wrapped-frozen` or `request-failed` to the one who asked, and `audited`.

    Running it twice is safe: the share that is kept is answered as it is, and told to the audit under its number. One
    that was revoked in between stays revoked.
    """

    def __init__(
        self, histories: Histories, shares: ShareStore, audit: AuditLog, executor: Executor, clock: Clock
    ) -> None:
        self._histories = histories
        self._shares = shares
        self._audit = audit
        self._executor = executor
        self._clock = clock

    async def __call__(self, command: FreezeWrapped, reply: Reply) -> None:
        """Make one share."""
        await answer_with(reply, lambda: self._frozen(command))

    async def _frozen(self, command: FreezeWrapped) -> WrappedFrozen:
        _check(command)
        person_id = command.question.person_id
        kept = await self._shares.find(person_id, command.share_id) or await self._kept(command)
        share = kept.share
        await self._audit.tell(
            Audited(
                origin=ORIGIN,
                number=kept.number,
                at=share.created_at,
                happening="share-created",
                person_id=person_id,
                subject=share.id,
            )
        )
        return WrappedFrozen(share=share)

    async def _kept(self, command: FreezeWrapped) -> KeptShare:
        question = command.question
        history = await self._histories.get(question.person_id, question.revision)
        loop = asyncio.get_running_loop()
        answer, body = await loop.run_in_executor(self._executor, _answered, history, command)
        share = Share(
            id=command.share_id, created_at=self._clock(), first_day=answer.first_day, last_day=answer.last_day
        )
        new = NewShare(share, command.name, question, answer.revision, body)
        kept = await self._shares.keep(new, MOST_SHARES)
        if isinstance(kept, NotKept):
            raise InvalidQuestion(*_REASONS[kept])
        return kept


def _check(command: FreezeWrapped) -> None:
    if command.question.viewer != "other":
        raise InvalidQuestion("invalid_viewer", "a share shows what others may see: the viewer is other")
    if not 1 <= command.question.limit <= MAX_LIMIT:
        raise InvalidQuestion("invalid_limit", f"limit is from 1 to {MAX_LIMIT}")


def _answered(history: History, command: FreezeWrapped) -> tuple[Wrapped, bytes]:
    answer = wrapped(history, command.question)
    return answer, msgspec.json.encode(answer)

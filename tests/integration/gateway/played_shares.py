"""Public shares, played: kept where the gateway reads them, as the aggregator does."""

from collections.abc import Callable

import msgspec

from chassis.clock import system_clock
from chassis.database import Database
from contracts.messages import Message
from contracts.messages.questions import WrappedQuestion
from contracts.messages.shares import FreezeWrapped, RevokeShare, Share, ShareRevoked, WrappedFrozen
from contracts.messages.wrapped import Wrapped


class PlayedShares:
    """Answers `freeze-wrapped` and `revoke-share`; `asked` holds them."""

    def __init__(self, database: Database, answer_to: Callable[[WrappedQuestion], Wrapped]) -> None:
        self._database = database
        self.answer_to = answer_to
        self.asked: list[FreezeWrapped | RevokeShare] = []

    async def answer(self, message: FreezeWrapped | RevokeShare) -> Message:
        """The reply."""
        self.asked.append(message)
        if isinstance(message, RevokeShare):
            sql = "DELETE FROM serving.shares WHERE share_id = %s AND person_id = %s"
            return ShareRevoked(found=bool(await self._database.execute(sql, (message.share_id, message.person_id))))
        return await self._frozen(message)

    async def _frozen(self, message: FreezeWrapped) -> Message:
        question, answer, now = message.question, self.answer_to(message.question), system_clock()
        row = (
            message.share_id, question.person_id, message.name, now, answer.first_day, answer.last_day,
            msgspec.json.encode(question).decode(), answer.revision, msgspec.json.encode(answer),
        )  # fmt: skip
        await self._database.execute(f"REPLACE INTO serving.shares VALUES ({', '.join(['%s'] * len(row))})", row)
        share = Share(id=message.share_id, created_at=now, first_day=answer.first_day, last_day=answer.last_day)
        return WrappedFrozen(share=share)

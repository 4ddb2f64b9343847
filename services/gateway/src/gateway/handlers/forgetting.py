"""What this gateway forgets when somebody leaves, or shares their history no more."""

from gateway.domain.cache_keys import answers_prefix, profile_key
from gateway.handlers.board import Board
from gateway.handlers.bus import Bus, person_channel, upload_channel
from gateway.handlers.cache_sweep import CacheSweep
from gateway.handlers.drawn_pictures import DrawnPictures
from gateway.handlers.erased_people import ErasedPeople
from gateway.handlers.identity import Identity
from gateway.handlers.wrapped_answers import WrappedAnswers
from gateway.handlers.wrapped_pages import WrappedPages


class Forgetting:
    """Every gateway does all of this by itself, so that none brings back what another has dropped from the cache."""

    def __init__(
        self,
        erased: ErasedPeople,
        identity: Identity,
        board: Board,
        bus: Bus,
        answers: WrappedAnswers,
        pages: WrappedPages,
        drawn: DrawnPictures,
        sweep: CacheSweep,
    ) -> None:
        self._erased = erased
        self._identity = identity
        self._board = board
        self._bus = bus
        self._answers = answers
        self._pages = pages
        self._drawn = drawn
        self._sweep = sweep

    async def person(self, person_id: str) -> None:
        """Forget an erased person: from here on nothing of them is kept, then what was kept goes."""
        self._erased.add(person_id)
        self._identity.forget(person_id)
        self._pages.forget(person_id)
        self._drawn.forget_person(person_id)
        for upload_id in self._board.forget(person_id):
            self._bus.end(upload_channel(upload_id))
        self._bus.end(person_channel(person_id))
        await self._answers.settled()  # else what is on its way into the cache could come in behind the sweep
        await self._sweep.remove(profile_key(person_id))
        await self._sweep.drop(answers_prefix(person_id))

    async def profile(self, person_id: str) -> None:
        """Forget what a person looks like: the auth service is asked when they next ask for something."""
        await self._sweep.remove(profile_key(person_id))

    async def what_others_saw(self, person_id: str) -> None:
        """Forget the reports about a person that were made for others."""
        self._pages.forget(person_id, viewer="other")
        await self._answers.settled()  # as above
        await self._sweep.drop(answers_prefix(person_id, "other"))

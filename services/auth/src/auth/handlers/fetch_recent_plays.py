"""`fetch-recent-plays`: the last plays of a connected person, asked of Spotify in their name."""

from prometheus_client import Counter

from auth.domain.refusals import Refusal
from auth.handlers.access import NotConnected, SpotifyAccess
from auth.handlers.tell_changes import TellChanges
from auth.ports import Announcer
from auth.spotify_ports import Feed, SpotifyBlocked, SpotifyDown
from chassis.clock import Clock
from chassis.retry import retry
from contracts.messages.feed import FetchRecentPlays, NoFeed, RecentPlaysFetched, RecentPlaysRefused
from contracts.topics import Topic

Answer = RecentPlaysFetched | RecentPlaysRefused

_FETCHED = Counter("auth_feed_fetches", "Fetches of recent plays, by outcome", ["outcome"])


class FetchRecentPlaysHandler:
    """Consumes FetchRecentPlays, emits RecentPlaysFetched or RecentPlaysRefused.

    Twice: Spotify is asked twice, and both answers carry the request's id; plays have the same moments in both.
    """

    def __init__(
        self, access: SpotifyAccess, feed: Feed, announcer: Announcer, tell_changes: TellChanges, clock: Clock
    ) -> None:
        self._access = access
        self._feed = feed
        self._announcer = announcer
        self._tell_changes = tell_changes
        self._clock = clock

    async def __call__(self, request: FetchRecentPlays) -> None:
        """Ask, and answer whatever comes of it. Raises Retryable where our own stores are away."""
        answer = await self._answer(request)
        # tried again here, not from the start: every call of Spotify counts against the quota
        await retry(lambda: self._announcer.tell(Topic.RECENT_PLAYS, request.person_id, answer))
        _FETCHED.labels(answer.reason if isinstance(answer, RecentPlaysRefused) else "fetched").inc()

    async def _answer(self, request: FetchRecentPlays) -> Answer:
        try:
            plays, full = await self._access.call(request.person_id, self._feed.recent)
        except NotConnected:
            await self._tell_changes()  # that a connection has ended is told before what follows from it
            return _refused(request, "not_connected")
        except SpotifyBlocked as error:
            return _refused(request, "blocked", error.until)
        except SpotifyDown:
            return _refused(request, "unavailable")
        except Refusal as refusal:
            return _refused(request, "unavailable" if refusal.retryable else "refused")
        return RecentPlaysFetched(
            person_id=request.person_id,
            request_id=request.request_id,
            fetched_at=self._clock(),
            full=full,
            plays=plays,
        )


def _refused(request: FetchRecentPlays, reason: NoFeed, until: int | None = None) -> RecentPlaysRefused:
    return RecentPlaysRefused(person_id=request.person_id, request_id=request.request_id, reason=reason, until=until)

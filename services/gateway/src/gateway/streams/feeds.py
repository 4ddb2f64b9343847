"""What every gateway follows: people and imports from the topics' beginning, news for pages from now on."""

from typing import Any

from contracts.messages import Message
from contracts.messages.media import MediaReady
from contracts.messages.people_changes import ConnectionChanged, PersonErased, SharingChanged
from contracts.messages.plays import HistoryChanged
from contracts.messages.uploads import ImportChanged, LiveTotalsChanged, ReadUpload
from contracts.topics import Topic
from gateway.handlers.board import Board
from gateway.handlers.bus import MEDIA_CHANNEL, Bus, News, person_channel
from gateway.handlers.forgetting import Forgetting
from gateway.handlers.media_requests import MediaRequests
from gateway.handlers.media_shelf import MediaShelf

PEOPLE_TOPICS = (Topic.PEOPLE_CHANGES,)
IMPORT_TOPICS = (Topic.UPLOAD_REQUESTS, Topic.IMPORT_CHANGES, Topic.LIVE_TOTALS)
NEWS_TOPICS = (Topic.MEDIA_CHANGES, Topic.HISTORY_CHANGES)


class PeopleFeed:
    """Consumes person-erased, connection-changed and sharing-changed; emits nothing.

    Safe to run twice: what is forgotten stays so, or is asked for once more.
    """

    def __init__(self, forgetting: Forgetting) -> None:
        self._forgetting = forgetting

    async def take(self, message: Message, _: Any) -> None:
        """Forget what may be known no more."""
        match message:
            case PersonErased():
                await self._forgetting.person(message.person_id)
            case ConnectionChanged():
                await self._forgetting.profile(message.person_id)
            case SharingChanged(sharing=False):
                await self._forgetting.what_others_saw(message.person_id)


class ImportFeed:
    """Consumes read-upload, import-changed and live-totals-changed; emits nothing.

    Safe to run twice: every state is absolute, and the board keeps the newest.
    """

    def __init__(self, board: Board) -> None:
        self._board = board

    async def take(self, message: Message, _: Any) -> None:
        """Put one message on the board."""
        match message:
            case ReadUpload():
                self._board.requested(message)
            case ImportChanged():
                self._board.changed(message)
            case LiveTotalsChanged():
                self._board.counted(message)


class NewsFeed:
    """Consumes media-ready and history-changed; emits nothing. Safe to run twice: a page only looks again."""

    def __init__(self, bus: Bus, shelf: MediaShelf, requests: MediaRequests) -> None:
        self._bus = bus
        self._shelf = shelf
        self._requests = requests

    async def take(self, message: Message, _: Any) -> None:
        """Pass one message on to whom it concerns."""
        match message:
            case MediaReady():
                self._shelf.changed(message.keys)
                self._requests.arrived(message.keys)
                self._bus.tell(MEDIA_CHANNEL, News("media", "media-ready", {}))
            case HistoryChanged():
                news = News("history", "history-changed", {"revision": message.revision})
                self._bus.tell(person_channel(message.person_id), news)

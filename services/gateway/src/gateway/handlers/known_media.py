"""Media for a report: what is at hand, and a wish for the rest."""

from collections.abc import Mapping

from chassis.errors import Retryable
from contracts.messages.media import MediaItem
from gateway.domain.media import NOTHING, MediaFound
from gateway.handlers.media_requests import MediaRequests
from gateway.handlers.media_shelf import MediaShelf


async def known_media(shelf: MediaShelf, requests: MediaRequests, items: Mapping[str, MediaItem]) -> MediaFound:
    """What is known of `items`; what lacks is asked for, also what has to wait."""
    try:
        known = await shelf.look(items.keys())
    except Retryable:  # a report without pictures is better than none
        return MediaFound({}, "unavailable")
    missing = [item for key, item in items.items() if not (key in known and known[key].settles(item))]
    waiting = {item.key: media.expires_at for item in missing if (media := known.get(item.key, NOTHING)).waiting}
    return MediaFound(known, requests.want(missing, waiting.keys()), min(waiting.values(), default=None))

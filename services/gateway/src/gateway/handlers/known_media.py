"""Media for a report: what is at hand, and a wish for the rest."""

from collections.abc import Mapping

from chassis.errors import Retryable
from contracts.messages.media import MediaItem
from gateway.domain.media import Known, MediaState
from gateway.handlers.media_requests import MediaRequests
from gateway.handlers.media_shelf import MediaShelf


async def known_media(
    shelf: MediaShelf, requests: MediaRequests, items: Mapping[str, MediaItem]
) -> tuple[Known, MediaState]:
    """What is known of `items`, by media key; what lacks is asked for."""
    try:
        known = await shelf.look(items.keys())
    except Retryable:  # a report without pictures is better than none
        return {}, "unavailable"
    return known, requests.want(
        [item for key, item in items.items() if not (key in known and known[key].settles(item))]
    )

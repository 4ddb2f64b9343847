"""A wrapped: the report over one window, put together from its statistics."""

from aggregator.domain.history.history import History
from aggregator.domain.statistics.day_span import shown_days
from aggregator.domain.statistics.discovery import discovery, no_discovery
from aggregator.domain.statistics.favourites import favourites
from aggregator.domain.statistics.habits import habits
from aggregator.domain.statistics.heard import heard_within, window_asked
from aggregator.domain.statistics.listening import Listening
from aggregator.domain.statistics.rhythm import rhythm
from aggregator.domain.statistics.top_albums import top_albums
from aggregator.domain.statistics.top_artists import top_artists
from aggregator.domain.statistics.top_shows import top_shows
from aggregator.domain.statistics.top_tracks import top_tracks
from aggregator.domain.statistics.totals import no_totals, totals, window_totals
from aggregator.domain.statistics.treasures import no_treasures, treasures
from aggregator.domain.times.local_times import LocalTimes
from aggregator.domain.times.windows import InvalidQuestion, Window, zone_named
from contracts.messages.questions import WrappedQuestion
from contracts.messages.totals import WindowTotals
from contracts.messages.wrapped import Wrapped

MAX_LIMIT = 500


def wrapped(history: History, question: WrappedQuestion) -> Wrapped:
    """The answer to `question` from the whole `history`. Raises InvalidQuestion."""
    if not 1 <= question.limit <= MAX_LIMIT:
        raise InvalidQuestion("invalid_limit", f"limit is from 1 to {MAX_LIMIT}")
    counted = history.seen_by(question.viewer)
    times = counted.times(zone_named(question.time_zone))
    window = window_asked(question.first_day, question.last_day, times)
    heard = heard_within(counted, times, window)
    earlier = window.before() if window and question.first_day and question.last_day else None
    before = heard_within(counted, times, earlier) if earlier else None
    days = shown_days(times.sums, window) if window else None
    by, limit = question.by, question.limit
    tracks, artists = top_tracks(heard, before, by, limit), top_artists(heard, before, by, limit)
    return Wrapped(
        revision=history.revision,
        time_zone=question.time_zone,
        by=by,
        first_day=window.first.isoformat() if window else None,
        last_day=window.last.isoformat() if window else None,
        totals=totals(heard, days, window, _previous(before, times, earlier)) if window else no_totals(),
        favourites=favourites(heard, before, (tracks, artists) if by == "time" else None),
        top_tracks=tracks,
        top_artists=artists,
        top_albums=top_albums(heard, before, by, limit),
        top_shows=top_shows(heard, before, by, limit),
        rhythm=rhythm(heard, times, days),
        discovery=discovery(heard, times, window, days, limit) if window else no_discovery(),
        treasures=treasures(counted, times, window) if window else no_treasures(),
        habits=habits(heard, history.countries),
    )


def _previous(before: Listening | None, times: LocalTimes, window: Window | None) -> WindowTotals | None:
    """The window before; None where the question gives no two dates, or the calendar has no such window."""
    if before is None or window is None:
        return None
    return window_totals(before, shown_days(times.sums, window), window)

"""A made-up history in the shapes of the public interface (api.md): no title, artist or number is a real person's."""

from __future__ import annotations

from datetime import date, timedelta
from math import sin

from tests.browser import made_up_parts
from tests.browser.made_up_parts import HOUR, MINUTE, Json

ME: Json = {
    "id": "5f0c1d2e3a4b5c6d7e8f90a1b2c3d4e5",
    "name": "Mara",
    "picture": None,
    "time_zone": "Europe/Berlin",
    "zone_told": True,
    "locale": "en",
    "sharing": False,
    "login": None,
    "admin": False,
    "spotify": {"connected": True, "until": "2027-03-02T10:00:00Z", "reconnect": False},
    "csrf_token": "made-up-csrf",
}
SONGS = [
    ("Ein Zimmer voller Mai", "Halle Sieben", "Nebenan"),
    ("Поздний свет", "Ирена Вольна", "Поздний свет"),
    ("遠い窓", "水無月カナ", "窓"),
    ("Slow Ferry", "Oba Tunde Trio", "Harbour Hours"),
    ("Το ήσυχο λιμάνι", "Μελίνα Καρά", "Νησιά"),
    ("صدى البحر", "ليلى نور", "مرايا"),
    ("Akşamüstü", "Çınar ile Vapur", "Köprü"),
    ("느린 오후", "오월의 집", "느린 오후"),
    ("Footnote 12", "The Marginalia", "Errata"),
    ("Ljósaskipti", "Sigrún Ösk", "Heiði"),
    ("धीमी बारिश", "मीरा साहनी", "बारिश"),
    ("Nordwärts", "Nordlicht Express", "Fahrplan"),
    ("Paper Lanterns", "June Havel", "Small Fires"),
    ("Umweg", "Halle Sieben", "Nebenan"),
    ("Тихий двор", "Ирена Вольна", "Поздний свет"),
]
SHOWS = ["Spätschicht", "The Long Interval", "Der Turm am Fluss"]
ARTISTS = list(dict.fromkeys(artist for _, artist, _ in SONGS))
ITUNES_SAMPLE = "https://audio-ssl.itunes.apple.com/made-up.wav"
COVERLESS = {"صدى البحر", "Footnote 12", "مرايا", "ليلى نور"}


def title_of(index: int) -> tuple[str, str, str]:
    """Title, artist and album of the track at a place."""
    title, artist, album = SONGS[index % len(SONGS)]
    take = index // len(SONGS)
    return (title if take == 0 else f"{title} ({take + 1})", artist, album)


def _sums(ms_played: int, streams: int) -> Json:
    return {"ms_played": ms_played, "streams": streams, "plays": streams + streams // 9}


def _cover(title: str) -> Json | None:
    """One for a large place and one for a row."""
    return None if title in COVERLESS else {"url": f"{_drawn(title)}?of=640", "small": f"{_drawn(title)}?of=300"}


def _portrait(name: str) -> Json | None:
    """One only, as oEmbed has it."""
    return None if name in COVERLESS else {"url": _drawn("portrait of " + name)}


def _drawn(name: str) -> str:
    return f"/made-up/{name.encode().hex()}.svg"


def _ranked(rank: int, hours: float, total_hours: float) -> Json:
    return {
        "rank": rank,
        "rank_before": _before(rank),
        "share": hours / total_hours,
        "first_played": "2025-11-29T07:12:41Z",
        "last_played": "2026-11-21T21:04:09Z",
        "link": "https://open.spotify.com/search/made-up",
        **_sums(int(hours * HOUR), max(1, int(hours * 13.2))),
    }


def _before(rank: int) -> int | None:
    """The first stays, every third is new, the others climb or fall."""
    if rank == 1:
        return 1
    return None if rank % 3 == 0 else rank + (4 if rank % 2 == 0 else -1)


def _track(rank: int) -> Json:
    title, artist, album = title_of(rank - 1)
    return {
        **_ranked(rank, 31.21 / (1 + 0.16 * (rank - 1)), 1104.75),
        "title": title,
        "artist": artist,
        "album": album,
        "spotify_id": None,
        "cover": _cover(title),
        "preview": None if title in COVERLESS else _preview(rank),
    }


def _preview(rank: int) -> Json:
    """The second plays at Deezer, the fourth at iTunes, all others in Spotify's player."""
    if rank == 2:
        link = "https://www.deezer.com/track/made-up"
        return {"kind": "audio", "url": f"/api/v1/samples/{rank:032x}", "source": "deezer", "link": link}
    if rank == 4:
        return {"kind": "audio", "url": ITUNES_SAMPLE, "source": "itunes", "link": "https://music.apple.com/made-up"}
    url = f"https://open.spotify.com/embed/track/made-up-{rank}"
    return {"kind": "embed", "url": url, "source": "spotify", "link": None}


def _artist(rank: int) -> Json:
    name = ARTISTS[(rank + 0) % len(ARTISTS)] if rank <= len(ARTISTS) else f"{ARTISTS[rank % len(ARTISTS)]} {rank}"
    return {
        **_ranked(rank, 96.7 / (1 + 0.24 * (rank - 1)), 1104.75),
        "name": name,
        "tracks": max(1, 74 - rank),
        "image": _portrait(name),
    }


def _album(rank: int) -> Json:
    title, artist, album = title_of(rank - 1)
    return {
        **_ranked(rank, 41.0 / (1 + 0.2 * (rank - 1)), 1104.75),
        "title": album if rank <= len(SONGS) else f"{album} {rank}",
        "artist": artist,
        "tracks": 9,
        "cover": _cover(title),
    }


def _show(rank: int) -> Json:
    name = SHOWS[rank - 1]
    return {**_ranked(rank, 90.0 / rank, 179.8), "name": name, "episodes": 12, "cover": None}


def life() -> list[Json]:
    """The months from March 2017 to November 2026."""
    return [
        {"month": f"{2017 + month // 12}-{month % 12 + 1:02d}", "ms_played": int(_hours(month) * HOUR)}
        for month in range(2, 9 * 12 + 11)
    ]


def _hours(month: int) -> float:
    """A life of listening: more from year to year, with seasons, and one year of much."""
    much = 55 if 36 <= month <= 48 else 0
    return 28 + 0.5 * month + much + 14 * sin(month / 1.9) + 9 * sin(month * 2.3)


def wrapped(day_from: str, day_to: str, by: str = "time", limit: int = 50) -> Json:
    """Every question gets the same full answer, cut to `limit`."""
    kinds = {
        "track": _sums(1104 * HOUR + 45 * MINUTE, 21_020),
        "episode": _sums(146 * HOUR + 27 * MINUTE, 1_702),
        "chapter": _sums(33 * HOUR + 24 * MINUTE, 242),
    }
    tracks = [_track(rank) for rank in range(1, limit + 1)]
    artists = [_artist(rank) for rank in range(1, limit + 1)]
    rhythm = made_up_parts.rhythm(day_from, day_to, life())
    return {
        "from": day_from,
        "to": day_to,
        "time_zone": "Europe/Berlin",
        "by": by,
        "revision": 42,
        "person": {"id": ME["id"], "name": ME["name"], "picture": None},
        "totals": {
            "ms_played": 1284 * HOUR + 36 * MINUTE,
            "streams": 22_964,
            "plays": 41_208,
            "tracks": 3_412,
            "artists": 861,
            "albums": 1_207,
            "days": 357,
            "mean_ms_per_day": 3 * HOUR + 31 * MINUTE,
            "by_kind": kinds,
            "estimated": _sums(72 * MINUTE, 24),
            "previous": _previous(day_from, day_to),
        },
        "favourites": {"track": _track(1), "artist": _artist(1)},
        "rhythm": rhythm,
        "discovery": made_up_parts.discovery([m["month"] for m in rhythm["months"]], artists[3:], tracks[4:]),
        "treasures": made_up_parts.treasures(tracks, artists, max(day_from, "2025-11-24")),
        "habits": made_up_parts.habits(41_208, _track(12)),
        "top_tracks": tracks,
        "top_artists": artists,
        "top_albums": [_album(rank) for rank in range(1, limit + 1)],
        "top_shows": [_show(rank) for rank in range(1, min(limit, len(SHOWS)) + 1)],
        "media": "complete",
        "media_resumes_at": None,
    }


def _previous(day_from: str, day_to: str) -> Json:
    first, last = date.fromisoformat(day_from), date.fromisoformat(day_to)
    return {
        "from": (first - (last - first) - timedelta(1)).isoformat(),
        "to": (first - timedelta(1)).isoformat(),
        "ms_played": 1178 * HOUR,
        "streams": 20_111,
        "plays": 38_002,
        "tracks": 3_100,
        "artists": 790,
        "albums": 1_120,
        "days": 350,
    }


def empty_wrapped(day_from: str | None, day_to: str | None, by: str = "time") -> Json:
    none = {"ms_played": 0, "streams": 0, "plays": 0}
    totals = {
        **none,
        "tracks": 0,
        "artists": 0,
        "albums": 0,
        "days": 0,
        "mean_ms_per_day": 0,
        "by_kind": {"track": none, "episode": none, "chapter": none},
        "estimated": none,
        "previous": None,
    }
    none_loved = {"track": None, "artist": None}
    lists: Json = {"favourites": none_loved, "top_tracks": [], "top_artists": [], "top_albums": [], "top_shows": []}
    return {
        **wrapped("2026-01-01", "2026-01-02", by, 0),
        "from": day_from,
        "to": day_to,
        "totals": totals,
        **lists,
        "rhythm": made_up_parts.no_rhythm(day_from, life() if day_from else []),
        "discovery": made_up_parts.NOTHING_NEW,
        "treasures": made_up_parts.NO_TREASURES,
        "habits": made_up_parts.NO_HABITS,
    }


def thin_wrapped(day_from: str, day_to: str) -> Json:
    """Some plays of the last days only, from account data."""
    rhythm = made_up_parts.rhythm(day_from, day_to, [{"month": day_from[:7], "ms_played": 9 * HOUR}])
    rhythm["clock"] = [[hour * MINUTE // 6 for hour in range(24)] for _ in range(7)]
    track = _track(1)
    return {
        **wrapped(day_from, day_to, "time", 1),
        "top_tracks": [track],
        "rhythm": {**rhythm, "longest_streak": {"first_day": day_from, "last_day": day_from, "days": 1}},
        "discovery": {
            **made_up_parts.discovery([day_from[:7]], [], [track]),
            "ms_played_new_artists": 1104 * HOUR + 45 * MINUTE,
        },
        "treasures": made_up_parts.NO_TREASURES,
        "habits": made_up_parts.NO_HABITS,
    }


TOKENS = [
    {
        "id": "t1",
        "name": "Home dashboard",
        "created_at": "2026-10-02T09:00:00Z",
        "last_used_at": "2026-11-23T06:00:00Z",
    },
    {"id": "t2", "name": "Yearly backup", "created_at": "2026-11-01T09:00:00Z", "last_used_at": None},
]

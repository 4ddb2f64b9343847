"""The rival: what one analyst with DuckDB would do with an extended export on a laptop.

`python -m tests.bench.rivals.script ZIP DATABASE` unzips, reads typed, keeps the distinct plays (product.md's identity,
doubles left in), writes them to a database file and asks for the total and the top 50, with two threads. It prints one
JSON object: `seconds` (without the start of the interpreter), `plays`, `ms_played`, `top_track`, `top_artist`.
"""

import asyncio
import json
import sys
import tempfile
import time
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import duckdb

THREADS = 2
COLUMNS = {
    "ts": "TIMESTAMP",
    "ms_played": "BIGINT",
    "platform": "VARCHAR",
    "conn_country": "VARCHAR",
    "master_metadata_track_name": "VARCHAR",
    "master_metadata_album_artist_name": "VARCHAR",
    "master_metadata_album_album_name": "VARCHAR",
    "spotify_track_uri": "VARCHAR",
    "episode_name": "VARCHAR",
    "episode_show_name": "VARCHAR",
    "spotify_episode_uri": "VARCHAR",
    "audiobook_title": "VARCHAR",
    "audiobook_chapter_title": "VARCHAR",
    "audiobook_chapter_uri": "VARCHAR",
    "reason_start": "VARCHAR",
    "reason_end": "VARCHAR",
    "shuffle": "BOOLEAN",
    "skipped": "BOOLEAN",
    "offline": "BOOLEAN",
    "incognito_mode": "BOOLEAN",
}
BLANKS = " \t\r\n\u00a0"
DISTINCT = """
CREATE TABLE plays AS
WITH named AS (
  SELECT *, {artist} AS artist, {title} AS title,
    coalesce(spotify_track_uri, audiobook_chapter_uri, spotify_episode_uri) AS id,
    CASE WHEN coalesce(master_metadata_track_name, spotify_track_uri) IS NOT NULL THEN 'track'
         WHEN audiobook_title IS NOT NULL THEN 'chapter' ELSE 'episode' END AS kind
  FROM read_json($files, format = 'array', columns = {columns}, filename = true)
), numbered AS (
  SELECT *, row_number() OVER (
    PARTITION BY filename, date_trunc('minute', ts), artist, coalesce(title, id), ms_played ORDER BY ts) AS occurrence
  FROM named
)
SELECT * EXCLUDE (filename) FROM numbered
QUALIFY row_number() OVER (
  PARTITION BY date_trunc('minute', ts), artist, coalesce(title, id), ms_played, occurrence ORDER BY ts) = 1
"""
TOTAL = "SELECT count(*), sum(ms_played)::BIGINT FROM plays"
TOP = """
SELECT {names}, sum(ms_played) AS ms, count(*) FILTER (ms_played >= 30000) AS streams, count(*), min(ts), max(ts)
FROM plays WHERE kind = 'track' AND title IS NOT NULL GROUP BY ALL ORDER BY ms DESC, streams DESC, {names} LIMIT 50
"""


def measure(archive: Path, database: Path) -> dict[str, Any]:
    """Do the whole job once, timed. `database` must not be there yet."""
    began = time.perf_counter()
    with (
        tempfile.TemporaryDirectory(dir=database.parent) as folder,
        duckdb.connect(str(database), config={"threads": THREADS}) as connection,
    ):
        load(connection, archive, Path(folder))
        total = connection.execute(TOTAL).fetchone()
        tracks = connection.execute(TOP.format(names="title, artist")).fetchall()
        artists = connection.execute(TOP.format(names="artist")).fetchall()
    seconds = time.perf_counter() - began
    plays, ms_played = total or (0, 0)
    top = {"top_track": tracks[0][0], "top_artist": artists[0][0]}
    return {"seconds": seconds, "plays": plays, "ms_played": ms_played, **top}


class ScriptFailedError(Exception):
    """The script did not find the plays, so there is nothing to compare with."""


async def run_script(archive: Path, plays: int) -> float:
    """Seconds that the script took, in a process of its own. Raises ScriptFailedError."""
    with tempfile.TemporaryDirectory(dir=archive.parent) as folder:
        command = (sys.executable, "-m", "tests.bench.rivals.script", str(archive), str(Path(folder) / "rival.duckdb"))
        process = await asyncio.create_subprocess_exec(*command, stdout=asyncio.subprocess.PIPE)
        output, _ = await process.communicate()
    if process.returncode:
        raise ScriptFailedError(f"it ended with {process.returncode}")
    result = json.loads(output)
    if result["plays"] != plays:
        raise ScriptFailedError(f"it found {result['plays']} plays, not {plays}")
    return float(result["seconds"])


def load(connection: duckdb.DuckDBPyConnection, archive: Path, folder: Path) -> None:
    """Make the table `plays` of the distinct plays; the export is unzipped into `folder`."""
    connection.execute(_distinct(), {"files": _unzip(archive, folder)})


def _unzip(archive: Path, folder: Path) -> list[str]:
    with zipfile.ZipFile(archive) as found:
        names = [name for name in found.namelist() if name.endswith(".json")]

    def extract(name: str) -> str:
        with zipfile.ZipFile(archive) as own:
            return own.extract(name, folder)

    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)  # two threads at once would fail to make one folder
    with ThreadPoolExecutor(THREADS) as threads:
        return list(threads.map(extract, names))


def _distinct() -> str:
    columns = "{" + ", ".join(f"{name}: '{kind}'" for name, kind in COLUMNS.items()) + "}"
    artist = _name("master_metadata_album_artist_name", "audiobook_title", "episode_show_name")
    title = _name("master_metadata_track_name", "audiobook_chapter_title", "episode_name")
    return DISTINCT.format(columns=columns, artist=artist, title=title)


def _name(*fields: str) -> str:
    return f"nullif(trim(nfc_normalize(coalesce({', '.join(fields)})), '{BLANKS}'), '')"


if __name__ == "__main__":
    print(json.dumps(measure(Path(sys.argv[1]), Path(sys.argv[2]))))

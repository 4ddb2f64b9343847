"""The media store on a real MariaDB."""

import uuid
from collections.abc import AsyncIterator

import pytest

from chassis.database import Database
from chassis.migrate import migrate
from chassis.settings import MariaDbSettings, Secret
from contracts.messages.media import MediaItem
from enricher.adapters.media_store import MariaDbBlocks, MariaDbMediaStore
from enricher.bootstrap import MIGRATIONS
from enricher.domain.media import KEPT_MS, Media
from stack.servers.mariadb import MariaDB

NOW = 1_790_000_000_000
MEDIA = Media(spotify_id="x", image_url="u", image_width=640, preview_kind="embed", preview_url="p", link="l")


@pytest.fixture
async def database(mariadb: MariaDB) -> AsyncIterator[Database]:
    settings = MariaDbSettings("127.0.0.1", mariadb.port, Secret(mariadb.passwords["enricher"]))
    database = Database(settings, user="enricher", schema="enricher")
    await migrate(database, MIGRATIONS, "enricher")
    yield database
    await database.close()


def item(sample_id: str | None = None) -> MediaItem:
    return MediaItem(key=uuid.uuid4().hex, kind="track", artist="a", title="t", sample_id=sample_id)


async def test_found_and_missing_are_settled_until_they_expire(database: Database) -> None:
    store, found, missing, open_ = MariaDbMediaStore(database), item(), item(), item()
    await store.put(found, MEDIA, NOW)
    await store.put(missing, None, NOW)
    await store.put(missing, None, NOW)
    assert await store.fresh([found, missing, open_], NOW) == {found.key, missing.key}
    assert await store.fresh([found, missing, open_], NOW + KEPT_MS) == set()
    assert await store.fresh([], NOW) == set()


async def test_missing_by_name_is_open_for_who_brings_an_id(database: Database) -> None:
    store, by_name = MariaDbMediaStore(database), item()
    with_id = MediaItem(key=by_name.key, kind="track", artist="a", title="t", sample_id="4uLU6hMCjMI75M1A2tKUQC")
    await store.put(by_name, None, NOW)
    assert await store.fresh([with_id], NOW) == set()
    await store.put(with_id, None, NOW)
    assert await store.fresh([with_id, by_name], NOW) == {by_name.key}


async def test_a_lock_out_is_kept_and_only_grows(database: Database) -> None:
    blocks, family = MariaDbBlocks(database), uuid.uuid4().hex
    assert await blocks.until(family) == 0
    await blocks.block(family, NOW)
    await blocks.block(family, NOW - 1)
    assert await blocks.until(family) == NOW

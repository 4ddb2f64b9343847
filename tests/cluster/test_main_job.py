"""The main job through the cluster's Services: sign in, upload, ask. Every number equals the reference."""

from pathlib import Path

import aiohttp

from tests.e2e.truth import Truth, assert_account, assert_same
from tests.harness.client import Person
from tests.harness.histories.packages import write_pair
from tests.harness.histories.timeline import Person as Listener


async def test_import_and_wrapped(person: Person, tmp_path: Path) -> None:
    truth = Truth()
    for export in write_pair(tmp_path, Listener(seed=62, plays=6_000)):
        assert_account(await person.imported(export), truth.add(export))
    await assert_same(person, truth)


async def test_the_page_is_in_the_gateways_image(nachklang: str) -> None:
    async with aiohttp.request("GET", nachklang) as answer:
        assert answer.status == 200
        assert "_next/" in await answer.text()

"""Crashes in the middle of an import of 150,000 plays: afterwards counts and sums equal the truth."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from tests.e2e.midway import Upload, aggregating, assert_whole, midway, reading
from tests.e2e.truth import Truth, assert_same
from tests.harness.checkpoints import forget_checkpoint
from tests.harness.client import Person
from tests.harness.reference.history import Account
from tests.harness.stack import Nachklang


@pytest.mark.parametrize(
    ("victim", "there"),
    [
        ("uploader", reading),
        ("aggregator-worker", reading),
        ("aggregator-stream", aggregating),
        ("enricher", reading),
        ("kafka", reading),
        ("mariadb", aggregating),
        ("redis", reading),
    ],
)
async def test_kill_in_the_middle_of_an_import(
    nachklang: Nachklang,
    person: Person,
    big: tuple[Path, Truth, Account],
    victim: str,
    there: Callable[[Upload], bool],
) -> None:
    export, truth, account = big
    upload_id = await person.upload(export)
    await midway(person, upload_id, there)
    await nachklang.kill(victim)
    await assert_whole(person, upload_id, truth, account)
    await nachklang.wait_ready()


async def test_kill_the_gateway_after_the_202(
    nachklang: Nachklang, person: Person, big: tuple[Path, Truth, Account]
) -> None:
    export, truth, account = big
    upload_id = await person.upload(export)
    await nachklang.kill("gateway")
    await nachklang.wait_ready()
    await assert_whole(person, upload_id, truth, account)


async def test_kill_the_gateway_while_it_receives(
    nachklang: Nachklang, person: Person, big: tuple[Path, Truth, Account]
) -> None:
    export, truth, account = big
    half_sent, killed = asyncio.Event(), asyncio.Event()

    async def body() -> Any:
        content = export.read_bytes()
        yield content[: len(content) // 2]
        half_sent.set()
        await killed.wait()
        yield content[len(content) // 2 :]

    async def send() -> None:
        async with person.http.post(f"{person.url}/api/v1/uploads", data=body(), headers=person.csrf) as answer:
            raise AssertionError(f"the gateway was killed, and answered {answer.status}")

    sending = asyncio.create_task(send())
    await half_sent.wait()
    await nachklang.kill("gateway")
    killed.set()
    with pytest.raises(aiohttp.ClientError):
        await sending
    await nachklang.wait_ready()
    assert (await person.get("/api/v1/uploads"))["items"] == []
    await assert_whole(person, await person.upload(export), truth, account)


async def test_the_checkpoint_is_lost(nachklang: Nachklang, person: Person, big: tuple[Path, Truth, Account]) -> None:
    export, truth, account = big
    await assert_whole(person, await person.upload(export), truth, account)
    revision = (await person.wrapped())["revision"]
    await nachklang.stop("aggregator-stream")
    await forget_checkpoint(nachklang)
    await nachklang.start("aggregator-stream")
    again = await person.imported(export)
    assert (again["rows"]["imported"], again["rows"]["improved"]) == (0, 0)
    await assert_same(person, truth, orders=("time",))
    assert (await person.wrapped())["revision"] == revision

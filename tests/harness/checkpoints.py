"""The stream's checkpoint on the stack's HDFS, damaged as faults would. The stream must be down."""

import getpass
from collections.abc import Mapping
from typing import Any

import aiohttp

from aggregator.jobs.checkpoints import VERSION as ROOT
from tests.harness.stack import Nachklang


async def forget_checkpoint(nachklang: Nachklang) -> None:
    """Remove the whole of it."""
    assert (await _ask(nachklang, "DELETE", ROOT, recursive="true"))["boolean"], "there was a checkpoint"


async def forget_last_commit(nachklang: Nachklang) -> None:
    """What a crash leaves behind that comes after the effect of a batch and before Spark has noted that it is done."""
    (topic_id,) = await _names(nachklang, ROOT)
    commits = f"{ROOT}/{topic_id}/commits"
    last = max(int(name) for name in await _names(nachklang, commits) if name.isdigit())
    for name in (f"{commits}/{last}", f"{commits}/.{last}.crc"):
        await _ask(nachklang, "DELETE", name)


async def _names(nachklang: Nachklang, folder: str) -> list[str]:
    found = await _ask(nachklang, "GET", folder, op="LISTSTATUS")
    return [entry["pathSuffix"] for entry in found["FileStatuses"]["FileStatus"]]


async def _ask(nachklang: Nachklang, method: str, path: str, **question: str) -> Mapping[str, Any]:
    url = f"http://127.0.0.1:{nachklang.parts.hdfs.web_port}/webhdfs/v1/{path}"
    params = {"op": method, "user.name": getpass.getuser()} | question
    async with aiohttp.request(method, url, params=params, raise_for_status=True) as answer:
        return dict(await answer.json())

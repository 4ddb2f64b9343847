"""The counters of a running process."""

import aiohttp
from prometheus_client.parser import text_string_to_metric_families

from tests.harness.stack import Nachklang


async def counter(nachklang: Nachklang, process: str, name: str, **labels: str) -> float:
    """How far `name` has come since the process started, under these labels and any others."""
    url = f"http://127.0.0.1:{nachklang.parts.ports.get(f'{process}-ops')}/metrics"
    async with aiohttp.request("GET", url, raise_for_status=True) as answer:
        families = list(text_string_to_metric_families(await answer.text()))
    samples = [sample for family in families for sample in family.samples if sample.name == f"{name}_total"]
    return sum(sample.value for sample in samples if labels.items() <= sample.labels.items())

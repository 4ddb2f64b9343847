"""What stands on the screen of a whole life, to be held against another's report of it."""

from collections.abc import Mapping
from typing import Any

from playwright.async_api import Browser, Page

from tests.bench.bench import Asked
from tests.bench.page.visitor import listening, visitor

HOUR_MS = 3_600_000
ROWS = 10


async def differing(browser: Browser, url: str, somebody: Asked, report: Mapping[str, Any]) -> list[str]:
    """Favourites, hours, plays and the first rows of the list: where the page shows something else than the report."""
    first, last = somebody.life
    async with visitor(browser, url, somebody.cookie) as page:
        await listening(page, url, f"/?from={first}&to={last}")
        shown = await _shown(page)
    expected = _expected(report)
    return [f"{name} is {shown[name]!r}, not {value!r}" for name, value in expected.items() if shown[name] != value]


async def _shown(page: Page) -> dict[str, str]:
    names = page.locator(".trio .name")
    rows = page.locator(".rows .tt")
    return {
        "favourite song": await names.nth(0).inner_text(),
        "favourite artist": await names.nth(1).inner_text(),
        "hours": await page.locator(".trio .figure").inner_text(),
        "plays": await page.locator(".facts .open").first.inner_text(),
        **{f"row {number + 1}": await rows.nth(number).inner_text() for number in range(ROWS)},
    }


def _expected(report: Mapping[str, Any]) -> dict[str, str]:
    tracks = report["top_tracks"]
    return {
        "favourite song": tracks[0]["title"],
        "favourite artist": report["top_artists"][0]["name"],
        "hours": f"{report['totals']['ms_played'] // HOUR_MS:,}",
        "plays": f"{report['totals']['plays']:,}",
        **{f"row {number + 1}": tracks[number]["title"] for number in range(ROWS)},
    }

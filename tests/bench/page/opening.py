"""The first view with an empty cache: what it weighs, when its largest part is painted, what shifts."""

from typing import NamedTuple

from playwright.async_api import Browser, Page

from tests.bench.bench import Asked
from tests.bench.page.visitor import listening, to_the_end, visitor

SIZES = """() => {
  const sums = { script: 0, latin: 0, foreign: 0, fonts: 0 };
  for (const { name, encodedBodySize } of performance.getEntriesByType("resource")) {
    const { origin, pathname } = new URL(name);
    if (pathname.endsWith(".js")) sums.script += encodedBodySize;
    if (!pathname.endsWith(".woff2")) continue;
    if (/-latin-wght-/.test(pathname)) sums.latin += encodedBodySize;
    sums.fonts += 1;
    if (origin !== location.origin) sums.foreign += 1;
  }
  return sums;
}"""
SEEN = "() => [...document.querySelectorAll('.trio img')].every(image => image.className === 'seen')"


class Opening(NamedTuple):
    """Compressed bytes (`latin`: of the fonts that every text needs) and milliseconds.

    `shift` is the sum of all shifts down to the end of the page.
    """

    script: int
    latin: int
    fonts: int
    foreign_fonts: int
    paint_ms: float
    painted: str
    shift: float
    shifted: list[str]


async def opening(browser: Browser, url: str, somebody: Asked) -> Opening:
    """Open the listening page, wait for the pictures of the favourites, and read it to its end."""
    async with visitor(browser, url, somebody.cookie) as page:
        await listening(page, url)
        sizes = await page.evaluate(SIZES)
        paint = await page.evaluate("measured.paint")
        await page.wait_for_function(SEEN)
        await to_the_end(page)
        shift, shifted = await shifts(page)
    return Opening(
        script=sizes["script"],
        latin=sizes["latin"],
        fonts=sizes["fonts"],
        foreign_fonts=sizes["foreign"],
        paint_ms=paint["ms"],
        painted=paint["what"],
        shift=shift,
        shifted=shifted,
    )


async def shifts(page: Page) -> tuple[float, list[str]]:
    """The sum of all shifts of this document so far, and what moved."""
    found = await page.evaluate("measured.shifts")
    return sum(each["value"] for each in found), sorted({what for each in found for what in each["what"]})

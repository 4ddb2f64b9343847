"""What the page asks while it opens: each question once, and before its code is there."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.async_api import BrowserContext, Page, Request, expect

from tests.browser.conftest import Open
from tests.browser.fixture_server import FixtureServer
from tests.browser.made_up_people import JON
from tests.browser.scenario import Scenario

YEAR = "from=2025-11-24&to=2026-11-23"
PICTURES = "/made-up/"


def asked_by(page: Page) -> list[str]:
    """The questions for a profile and for reports that this page asks from now on."""
    asked: list[str] = []

    def note(request: Request) -> None:
        path = request.url.split("/", 3)[3]
        if path.startswith(("api/v1/me", "api/v1/wrapped")):
            asked.append(path)

    page.on("request", note)
    return asked


def words_asked_by(page: Page) -> list[str]:
    """The files with the words of a page that are fetched from now on."""
    fetched: list[str] = []

    def note(request: Request) -> None:
        name = request.url.rsplit("/", 1)[1]
        if name.startswith("page.") and name.endswith(".json"):
            fetched.append(name.split(".")[1])

    page.on("request", note)
    return fetched


def days(question: str) -> tuple[str, str] | None:
    """The window that a report is asked for; None where it is the whole history, or no report."""
    query = parse_qs(urlsplit(question).query)
    return (query["from"][0], query["to"][0]) if "from" in query else None


async def opened(page: Page, url: str) -> list[str]:
    """Load an address, and give the questions until its favourites are there."""
    asked = asked_by(page)
    await page.goto(url)
    await page.locator(".trio .figure").wait_for()
    await expect(page.locator("main [aria-busy=true]")).to_have_count(0)
    return asked


async def blocked(context: BrowserContext, server: FixtureServer) -> Page:
    """A page whose own code never comes."""
    page = await context.new_page()
    await page.clock.set_fixed_time("2026-11-23T19:20:00Z")
    await page.route("**/_next/**/*.js", lambda route: route.abort())
    return page


@pytest.mark.parametrize(
    ("address", "window"),
    [
        ("/", ("2025-11-24", "2026-11-23")),
        ("/?from=2026-01-01&to=2026-03-31", ("2026-01-01", "2026-03-31")),
        ("/?from=2026-03-31&to=2026-01-01", ("2026-01-01", "2026-03-31")),
    ],
)
async def test_each_question_is_asked_once(
    address: str, window: tuple[str, str], open_page: Open, server: FixtureServer
) -> None:
    page = await open_page("/goodbye/")
    asked = await opened(page, server.url + address)
    assert sorted(days(question) or () for question in asked) == [(), (), window], asked


async def test_the_window_that_was_chosen_last_is_the_one_asked_for(open_page: Open, server: FixtureServer) -> None:
    page = await open_page()
    await page.locator(".presets label", has_text="This year").click()
    await expect(page.locator(".trio:not(.dim)")).to_be_visible()
    asked = await opened(page, server.url)
    assert sorted(days(question) or () for question in asked) == [(), (), ("2026-01-01", "2026-11-23")], asked


async def test_anothers_history_is_left_to_the_page(open_page: Open, server: FixtureServer) -> None:
    page = await open_page("/goodbye/")
    asked = await opened(page, f"{server.url}/?person={JON}")
    assert all("person" in question for question in asked if "wrapped" in question), asked


@pytest.mark.parametrize("language", ["en", "de"])
async def test_the_words_are_fetched_once(
    language: str, open_page: Open, scenario: Scenario, server: FixtureServer
) -> None:
    scenario.me["locale"] = language
    page = await open_page("/goodbye/")
    fetched = words_asked_by(page)
    await opened(page, server.url)
    assert fetched == [language]


async def test_words_and_pictures_are_asked_for_before_the_code_is_there(
    open_page: Open, server: FixtureServer
) -> None:
    signed_in = await open_page("/goodbye/")
    page = await blocked(signed_in.context, server)
    fetched = words_asked_by(page)
    async with page.expect_request(lambda request: PICTURES in request.url):
        await page.goto(server.url)
    assert fetched == ["en"]


async def test_it_is_asked_before_the_code_is_there(open_page: Open, server: FixtureServer) -> None:
    signed_in = await open_page("/goodbye/")
    page = await blocked(signed_in.context, server)
    async with page.expect_request(lambda request: f"/api/v1/wrapped?{YEAR}" in request.url):
        await page.goto(server.url)

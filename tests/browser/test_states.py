"""Every part in each of its four states, in both themes, on a phone and on a desktop: what it says, that nothing
overflows sideways, and that axe finds nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import pytest
from playwright.async_api import expect

from tests.browser import made_up_account, made_up_imports
from tests.browser.chromium import axe_findings, sideways
from tests.browser.conftest import Open
from tests.browser.made_up_people import JON
from tests.browser.scenario import Scenario

IMPORT = f"/imports/?id={made_up_imports.UPLOAD_ID}"
PERSON = f"/?person={JON}"
MATCH = f"{PERSON}&view=match"
BROKEN = [*made_up_imports.FILES, made_up_imports.BROKEN]
NO_ZIP = "The zip ends early or is damaged. Download it from Spotify once more and upload it as it is."


class State(NamedTuple):
    path: str
    prepare: Callable[[Scenario], None]
    """What a person must be able to read."""
    says: list[str]


def part(name: str, state: str) -> Callable[[Scenario], None]:
    return lambda scenario: scenario.parts.update({name: state})


def signed_out(scenario: Scenario) -> None:
    scenario.signed_in = False


def invited(state: str) -> Callable[[Scenario], None]:
    def prepare(scenario: Scenario) -> None:
        signed_out(scenario)
        scenario.parts["invitation"] = state

    return prepare


def local_account(scenario: Scenario) -> None:
    scenario.me.update(made_up_account.LOCAL, spotify=made_up_account.EXPIRED, sharing=True)
    scenario.parts["feed"] = "ended"


def nothing_given_out(scenario: Scenario) -> None:
    scenario.parts.update(tokens="empty", shares="empty", feed="empty")


def nothing_readable(scenario: Scenario) -> None:
    scenario.parts.update(tokens="error", shares="error", sessions="error", feed="error")


def uploaded(*args: object, **fields: object) -> Callable[[Scenario], None]:
    def prepare(scenario: Scenario) -> None:
        scenario.upload = made_up_imports.upload(*args, **fields)  # type: ignore[arg-type]  # passed on as it is

    return prepare


def nothing(_: Scenario) -> None:
    return


STATES = {
    "start": State("/", signed_out, ["Your listening, wrapped any day of the year", "Choose a file, once signed in"]),
    "quiet": State("/", part("history", "empty"), ["Good evening, Mara. It is still quiet here.", "Choose a file"]),
    "full": State(
        "/", nothing, ["24 Nov 2025", "Ein Zimmer voller Mai", "Ирена Вольна", "1,284", "Fifty songs filled", "41,208"]
    ),
    "loading": State("/", part("wrapped", "held"), ["24 Nov 2025", "Your song, by playing time"]),
    "empty": State(
        "/?from=2026-12-03&to=2026-12-09",
        part("wrapped", "empty"),
        ["Nothing played in these days", "Go to November 2026"],
    ),
    "error": State(
        "/", part("wrapped", "error"), ["Your favourites could not be read", "The list could not be read", "Try again"]
    ),
    "unreachable": State("/", part("me", "error"), ["Nachklang cannot be reached", "Try again"]),
    "plays": State("/plays/?artist=June+Havel", nothing, ["June Havel", "455 plays", "logged twice"]),
    "plays-loading": State("/plays/", part("plays", "held"), ["Plays"]),
    "plays-empty": State("/plays/", part("plays", "empty"), ["No plays fit here", "0 plays"]),
    "plays-error": State("/plays/", part("plays", "error"), ["The plays could not be read", "Try again"]),
    "imports": State("/imports/", nothing, ["Imports", "my_spotify_data.zip", "Done"]),
    "imports-empty": State("/imports/", part("uploads", "empty"), ["Nothing imported yet"]),
    "imports-error": State("/imports/", part("uploads", "error"), ["Your imports could not be read"]),
    "reading": State(
        IMPORT, uploaded("reading", made_up_imports.FILES[:3], 0.68), ["Reading your history", "3,897", "3 files read."]
    ),
    "done": State(
        IMPORT,
        uploaded("done", BROKEN),
        [
            "Your history is in",
            "59,369",
            "13 rows were rejected.",
            "Breaks off at row 8,113.",
            "logged by two devices at once",
            "24 estimates",
        ],
    ),
    "failed": State(
        IMPORT,
        uploaded("failed", [], 0, NO_ZIP),
        ["This export could not be read", "Download it again and drop it here."],
    ),
    "import-missing": State(IMPORT, part("upload", "missing"), ["This import does not exist"]),
    "settings": State("/settings/", nothing, ["Settings", "Time zone", "Home dashboard", "never used"]),
    "settings-local": State(
        "/settings/",
        local_account,
        ["Your link to Spotify has expired.", "You sign in here as mara.", "For one person, who may invite others"],
    ),
    "settings-empty": State("/settings/", nothing_given_out, ["No tokens yet.", "No public pages."]),
    "settings-error": State(
        "/settings/",
        nothing_readable,
        [
            "Your tokens could not be read",
            "Your sign-ins could not be read",
            "Your public pages could not be read",
            "The state of the live feed could not be read",
        ],
    ),
    "sign-in": State("/sign-in/", signed_out, ["Sign in with a name and a password", "Sign in with Spotify"]),
    "join": State("/join/#secret", invited("full"), ["Jon invites you", "At least 10 characters."]),
    "join-first": State("/join/#secret", invited("first"), ["You are to run this instance"]),
    "join-anew": State("/join/#secret", invited("anew"), ["Set a new password", "mara.q"]),
    "join-over": State("/join/#secret", invited("over"), ["This link is over"]),
    "join-incomplete": State("/join/", signed_out, ["This link is incomplete"]),
    "join-error": State("/join/#secret", invited("error"), ["The link could not be looked up", "Try again"]),
    "goodbye": State("/goodbye/", signed_out, ["Goodbye", "Everything about you is being erased."]),
    "person": State(PERSON, nothing, ["You look at Jon’s history", "642", "Fifty songs filled 40% of the music"]),
    "person-loading": State(PERSON, part("person", "held"), ["You look at Jon’s history", "24 Nov 2025"]),
    "person-error": State(PERSON, part("person", "error"), ["The favourites could not be read"]),
    "person-not-shared": State(PERSON, part("person", "missing"), ["This history is not shared with you"]),
    "match": State(MATCH, nothing, ["62%", "You and Jon meet in Halle Sieben", "36 h 24"]),
    "match-loading": State(MATCH, part("match", "held"), ["You look at Jon’s history"]),
    "match-thin": State(MATCH, part("match", "thin"), ["0%", "You and Jon have heard nothing in common"]),
    "match-empty": State(MATCH, part("match", "empty"), ["Nothing to compare in these days"]),
    "match-error": State(MATCH, part("match", "error"), ["What you have in common could not be read"]),
    "signed-out-imports": State("/imports/", signed_out, ["Sign in to see this page"]),
    "not-found": State("/nowhere/", nothing, ["There is nothing at this address"]),
}


WIDTHS = (1440, 1024, 768, 390, 320)
"""The widest and the phone are looked at by axe, in both themes."""
AXE_WIDTHS = {1440, 390}


@pytest.mark.parametrize("name", list(STATES))
async def test_state(name: str, open_page: Open, scenario: Scenario) -> None:
    state = STATES[name]
    state.prepare(scenario)
    page = await open_page(state.path)
    for text in state.says:
        await page.locator("main").get_by_text(text).first.wait_for()
    for width in WIDTHS:
        await page.set_viewport_size({"width": width, "height": 900})
        assert await sideways(page) <= 0, width
        for theme in ("light", "dark") if width in AXE_WIDTHS else ():
            await page.emulate_media(color_scheme=theme)
            assert await axe_findings(page) == [], (width, theme)


GERMAN = [
    "start",
    "quiet",
    "full",
    "empty",
    "error",
    "imports",
    "done",
    "plays",
    "settings-local",
    "join",
    "person",
    "match",
]


@pytest.mark.parametrize("name", GERMAN)
async def test_german_fits_too(name: str, open_page: Open, scenario: Scenario) -> None:
    state = STATES[name]
    state.prepare(scenario)
    scenario.me["locale"] = "de"
    page = await open_page(state.path, locale="de-DE")
    await page.locator("main h1").first.wait_for()
    await page.wait_for_load_state("networkidle")
    await expect(page.locator("html")).to_have_attribute("lang", "de")
    await expect(page.locator(".skip")).to_have_text("Zum Inhalt springen")
    for width in WIDTHS:
        await page.set_viewport_size({"width": width, "height": 900})
        assert await sideways(page) <= 0, width

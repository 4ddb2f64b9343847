"""Every part in each of its four states, in both themes, on a phone and on a desktop: what it says, that nothing
overflows sideways, and that axe finds nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import pytest

from tests.browser import made_up
from tests.browser.chromium import WIDTHS, axe_findings, sideways
from tests.browser.conftest import Open
from tests.browser.fixture_server import Scenario

IMPORT = f"/imports/?id={made_up.UPLOAD_ID}"
BROKEN = [*made_up.FILES, made_up.BROKEN]
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


def uploaded(*args: object, **fields: object) -> Callable[[Scenario], None]:
    def prepare(scenario: Scenario) -> None:
        scenario.upload = made_up.upload(*args, **fields)  # type: ignore[arg-type]  # passed on as it is

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
    "empty": State("/?from=2026-12-03&to=2026-12-09", part("wrapped", "empty"), ["Nothing played in these days", "Go to November 2026"]),
    "error": State("/", part("wrapped", "error"), ["Your favourites could not be read", "The list could not be read", "Try again"]),
    "unreachable": State("/", part("me", "error"), ["Nachklang cannot be reached", "Try again"]),
    "imports": State("/imports/", nothing, ["Imports", "my_spotify_data.zip", "Done"]),
    "imports-empty": State("/imports/", part("uploads", "empty"), ["Nothing imported yet"]),
    "imports-error": State("/imports/", part("uploads", "error"), ["Your imports could not be read"]),
    "reading": State(IMPORT, uploaded("reading", made_up.FILES[:3], 0.68), ["Reading your history", "3,897", "3 files read."]),
    "done": State(IMPORT, uploaded("done", BROKEN), ["Your history is in", "59,369", "13 rows were rejected.", "Breaks off at row 8,113."]),
    "failed": State(IMPORT, uploaded("failed", [], 0, NO_ZIP), ["This export could not be read", "Download it again and drop it here."]),
    "import-missing": State(IMPORT, part("upload", "missing"), ["This import does not exist"]),
    "settings": State("/settings/", nothing, ["Settings", "Time zone", "Home dashboard", "never used"]),
    "settings-empty": State("/settings/", part("tokens", "empty"), ["No tokens yet."]),
    "settings-error": State("/settings/", part("tokens", "error"), ["Your tokens could not be read"]),
    "signed-out-imports": State("/imports/", signed_out, ["Sign in to see this page"]),
    "not-found": State("/nowhere/", nothing, ["There is nothing at this address"]),
}


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", list(WIDTHS))
@pytest.mark.parametrize("name", list(STATES))
async def test_state(name: str, width: str, theme: str, open_page: Open, scenario: Scenario) -> None:
    state = STATES[name]
    state.prepare(scenario)
    page = await open_page(state.path, width=WIDTHS[width][0], height=WIDTHS[width][1], color_scheme=theme)
    for text in state.says:
        await page.get_by_text(text).first.wait_for()
    assert await sideways(page) <= 0
    assert await axe_findings(page) == []


@pytest.mark.parametrize("width", [320, 768, 1024])
@pytest.mark.parametrize("language", ["en-GB", "de-DE"])
@pytest.mark.parametrize("name", ["start", "quiet", "full", "empty", "error", "imports", "done", "settings"])
async def test_nothing_overflows_sideways(
    name: str, language: str, width: int, open_page: Open, scenario: Scenario
) -> None:
    state = STATES[name]
    state.prepare(scenario)
    scenario.me["locale"] = language[:2]
    page = await open_page(state.path, width=width, height=800, locale=language)
    await page.locator("main h1, main .err, main .empty").first.wait_for()
    await page.wait_for_load_state("networkidle")
    assert await sideways(page) <= 0

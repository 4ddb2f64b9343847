"""Where the parts of a wrapped lead: every number to its plays and back, every heading to its definition."""

from __future__ import annotations

import pytest
from playwright.async_api import expect

from tests.browser.chromium import axe_findings
from tests.browser.conftest import Open, hrefs, to_the_end
from tests.browser.scenario import Scenario

WINDOW = "from=2025-11-24&to=2026-11-23"
DEFINED = [
    *("Favourites", "Your total streaming time", "Your songs", "Change of rank", "Your whole history"),
    *("Around the clock", "Hour by weekday", "Day by day", "Hours by month"),
    *("Biggest day", "Longest streak", "Longest sitting", "First heard", "Forgotten treasures", "Still with you"),
    *("Skipped", "Shuffled", "Offline", "Private", "Devices", "Countries", "Most skipped"),
    *("Streams", "Estimates", "Logged twice"),
]


async def test_back_from_the_plays_leads_to_where_one_was(open_page: Open) -> None:
    page = await open_page()
    await to_the_end(page)
    await page.get_by_role("link", name="38%, show the plays").click()
    await page.locator(".plays li").first.wait_for()
    await page.go_back()
    await expect(page.get_by_role("link", name="38%, show the plays")).to_be_in_viewport()


async def test_every_number_leads_to_its_plays(open_page: Open) -> None:
    page = await open_page()
    await to_the_end(page)
    await expect(page.locator("main [aria-busy=true]")).to_have_count(0)
    links = page.locator("main a[href^='/plays/']")
    found = set(await hrefs(links))
    # A picture holds the link of one mark alone, its table those of all.
    for button in await page.locator(".chart-foot > button", has_text="Show as table").element_handles():
        await button.click()
    await expect(page.locator(".chart-foot > button", has_text="Show as table")).to_have_count(0)
    await expect(page.locator(".plot")).to_have_count(0)
    found |= set(await hrefs(links))
    base = f"/plays/?{WINDOW}"
    song = "track=Ein+Zimmer+voller+Mai&artist=Halle+Sieben&kind=track"
    expected = {
        f"{base}&counted=true",
        f"{base}&counted=true&streams=true",
        f"{base}&kind=track&counted=true",
        f"{base}&kind=episode&counted=true",
        f"{base}&kind=chapter&counted=true",
        f"{base}&{song}&counted=true",
        f"{base}&{song}&counted=true&streams=true",
        f"{base}&artist=Ирена+Вольна&kind=track&counted=true",
        # the rank before, in the window before
        "/plays/?from=2024-11-24&to=2025-11-23&track=Поздний+свет&artist=Ирена+Вольна&kind=track&counted=true",
        "/plays/?from=2024-11-24&to=2025-11-23&counted=true",
        f"{base}&hour=21&counted=true",
        f"{base}&weekday=4&hour=21&counted=true",
        "/plays/?from=2026-09-06&to=2026-09-06&counted=true",
        "/plays/?from=2025-11-24&to=2025-11-30&counted=true",
        "/plays/?from=2026-01-01&to=2026-01-31&counted=true",
        "/plays/?from=2025-11-24&to=2026-08-02&counted=true",
        "/plays/?since=2026-02-02T17:04:00Z&until=2026-02-02T23:24:00Z&counted=true",
        f"{base}&counted=true&first=artist",
        f"{base}&counted=true&first=track",
        f"{base}&counted=true&new=artist",
        f"{base}&counted=true&new=track",
        "/plays/?from=2026-01-01&to=2026-01-31&counted=true&first=artist",
        f"{base}&artist=Μελίνα+Καρά&kind=track&counted=true",
        # a treasure: what was played before the recent days, in them, and in all
        "/plays/?from=2019-08-11&to=2025-11-23&track=Footnote+12&artist=The+Marginalia&kind=track&counted=true",
        "/plays/?from=2018-03-11&to=2026-11-23&track=Slow+Ferry&artist=Oba+Tunde+Trio&kind=track&counted=true",
        f"{base}&track=Slow+Ferry&artist=Oba+Tunde+Trio&kind=track&counted=true",
        f"{base}&counted=true&skipped=true",
        f"{base}&counted=true&shuffle=true",
        f"{base}&counted=true&offline=true",
        f"{base}&counted=true&private=true",
        f"{base}&counted=true&platform=phone",
        f"{base}&counted=true&country=DE",
        f"{base}&track=Nordwärts&artist=Nordlicht+Express&kind=track&counted=true&skipped=true",
        f"{base}&counted=true&estimate=true",
        base,
    }
    assert expected - found == set()


async def test_lists_lead_to_their_plays(open_page: Open) -> None:
    page = await open_page()
    await page.get_by_role("radiogroup", name="List").get_by_role("radio", name="Albums").check()
    row = page.locator(".row").first
    await expect(row).to_contain_text("Nebenan")
    album = f"/plays/?{WINDOW}&artist=Halle+Sieben&album=Nebenan&kind=track&counted=true"
    assert await hrefs(row.locator("a.open")) == [album, f"{album}&streams=true"]
    await page.get_by_role("radiogroup", name="List").get_by_role("radio", name="Shows").check()
    await expect(row).to_contain_text("Spätschicht")
    show = f"/plays/?{WINDOW}&artist=Spätschicht&kind=show&counted=true"
    assert await hrefs(row.locator("a.open")) == [show, f"{show}&streams=true"]


@pytest.mark.parametrize(
    ("language", "button", "says"),
    [
        ("en", "How this is counted: Longest sitting", "each begins at most 15 minutes after"),
        ("de", "Wie das gezählt wird: Längste Sitzung", "höchstens 15 Minuten nach dem Ende"),
    ],
)
async def test_a_definition_is_one_click_away(
    language: str, button: str, says: str, open_page: Open, scenario: Scenario
) -> None:
    scenario.me["locale"] = language
    page = await open_page(locale={"en": "en-GB", "de": "de-DE"}[language])
    await to_the_end(page)
    await page.get_by_role("button", name=button).click()
    await expect(page.get_by_role("dialog").get_by_text(says)).to_be_visible()
    assert await axe_findings(page) == []
    await page.keyboard.press("Escape")
    await expect(page.get_by_role("button", name=button)).to_be_focused()


async def test_every_definition_is_reached_from_somewhere(open_page: Open, scenario: Scenario) -> None:
    page = await open_page()
    await to_the_end(page)
    for name in DEFINED:
        button = page.get_by_role("button", name=f"How this is counted: {name}", exact=True)
        await expect(button.first).to_be_attached()

"""The page as an app: its manifest, the page it shows when the server is away, and what it keeps."""

from __future__ import annotations

import asyncio
import json
import re
import shutil
import struct
import time
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Browser, Page, Route, expect

from tests.browser.chromium import axe_findings, new_context, sideways
from tests.browser.conftest import NOW, Open
from tests.browser.fixture_server import OUT, FixtureServer
from tests.browser.scenario import Scenario

OFFLINE = {"en": "Nachklang cannot be reached", "de": "Nachklang ist nicht zu erreichen"}
KEPT = """async () => {
    const caches_ = await Promise.all((await caches.keys()).map(name => caches.open(name)));
    const requests = (await Promise.all(caches_.map(cache => cache.keys()))).flat();
    return requests.map(request => request.url.replace(location.origin, ''));
}"""
TEXTS = """async () => {
    const caches_ = await Promise.all((await caches.keys()).map(name => caches.open(name)));
    const answers = (await Promise.all(caches_.map(cache => cache.matchAll()))).flat();
    return (await Promise.all(answers.map(answer => answer.text()))).join('\\n');
}"""
IN_CHARGE = """() => navigator.serviceWorker.controller ? null : new Promise(done =>
    navigator.serviceWorker.addEventListener('controllerchange', () => done(null), {once: true}))"""
GOES_ON_MS = 20_000
"""The offline page looks every five seconds, and the first look may find its worker not let online yet."""
ONLY_IN_INCOGNITO = "in-incognito"
"""Why Chromium would not install anything at all in a browser that is thrown away after the test."""


async def with_worker(page: Page) -> Page:
    """The page, once its worker is in charge of it."""
    await page.evaluate(IN_CHARGE)
    return page


async def eventually(page: Page, script: str, wanted: Any) -> None:
    """Waits until a script says what is wanted; the content policy forbids the page to wait for it by itself."""
    deadline = time.monotonic() + 10
    while (found := await page.evaluate(script)) != wanted:
        assert time.monotonic() < deadline, found
        await asyncio.sleep(0.05)


async def test_chromium_finds_nothing_that_keeps_it_from_being_installed(
    open_page: Open, server: FixtureServer
) -> None:
    page = await with_worker(await open_page())
    session = await page.context.new_cdp_session(page)
    told: dict[str, Any] = await session.send("Page.getAppManifest")
    assert (told["url"], told["errors"]) == (f"{server.url}/manifest.webmanifest", [])
    found = await session.send("Page.getInstallabilityErrors")
    assert {error["errorId"] for error in found["installabilityErrors"]} <= {ONLY_IN_INCOGNITO}
    manifest = json.loads(told["data"])
    assert (manifest["name"], manifest["short_name"], manifest["display"]) == ("Nachklang", "Nachklang", "standalone")
    assert [(icon["sizes"], icon["purpose"]) for icon in manifest["icons"]] == [
        ("192x192", "any"),
        ("512x512", "any"),
        ("512x512", "maskable"),
    ]
    icons = {icon["src"]: int(icon["sizes"].split("x")[0]) for icon in manifest["icons"]}
    apple = await page.locator("link[rel=apple-touch-icon]").get_attribute("href")
    assert apple is not None
    for address, size in {**icons, apple: 180}.items():
        answer = await page.request.get(server.url + address)
        assert answer.headers["content-type"] == "image/png"
        assert struct.unpack(">II", (await answer.body())[16:24]) == (size, size)


async def test_away_from_the_server_a_page_of_its_own_says_so_and_goes_on_by_itself(open_page: Open) -> None:
    page = await with_worker(await open_page())
    await page.context.set_offline(True)
    await page.goto(page.url + "imports/")
    await expect(page.get_by_role("heading", name=OFFLINE["en"])).to_be_visible()
    await expect(page.get_by_text("Nothing is lost")).to_be_visible()
    await expect(page.get_by_text(re.compile("Last connected on Monday,? 23 November 2026 at 20:20."))).to_be_visible()
    await page.get_by_role("button", name="Try again").click()
    await expect(page.get_by_role("status")).to_have_text("Still no connection.")
    await page.context.set_offline(False)
    await expect(page.get_by_role("heading", name="Imports", exact=True)).to_be_visible(timeout=GOES_ON_MS)
    assert page.url.endswith("/imports/")


async def test_a_server_that_comes_back_is_noticed_though_the_connection_never_broke(
    open_page: Open, scenario: Scenario
) -> None:
    page = await with_worker(await open_page())
    scenario.parts["server"] = "away"
    await page.goto(page.url + "settings/")
    await expect(page.get_by_role("heading", name=OFFLINE["en"])).to_be_visible()
    scenario.parts.clear()
    await expect(page.get_by_role("heading", name="Settings", exact=True)).to_be_visible(timeout=GOES_ON_MS)


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("theme", ["light", "dark"])
async def test_the_offline_page_can_be_read_by_everybody(language: str, theme: str, open_page: Open) -> None:
    page = await open_page(width=320, height=640, color_scheme=theme, locale={"en": "en-GB", "de": "de-DE"}[language])
    await with_worker(page)
    await page.context.set_offline(True)
    await page.goto(page.url)
    await expect(page.get_by_role("heading", name=OFFLINE[language])).to_be_visible()
    await expect(page.locator("html")).to_have_attribute("lang", language)
    assert await page.title() == OFFLINE[language]
    assert (
        await page.evaluate(
            "document.fonts.ready.then(() => [...document.fonts].filter(f => f.status === 'error').length)"
        )
        == 0
    )
    assert await page.evaluate("document.fonts.check('16px \"Commissioner Variable\"')")
    assert await sideways(page) <= 0
    assert await axe_findings(page) == []


async def test_the_offline_page_has_its_words_without_any_script(chromium: Browser, server: FixtureServer) -> None:
    context = await new_context(chromium, java_script_enabled=False)
    page = await context.new_page()
    await page.goto(f"{server.url}/offline/")
    await expect(page.get_by_role("heading", name=OFFLINE["en"])).to_be_visible()
    await context.close()


async def test_whoever_opens_the_offline_page_by_its_address_is_led_to_the_first(open_page: Open) -> None:
    page = await open_page("/offline/")
    await page.get_by_role("button", name="Try again").click()
    await expect(page.get_by_role("region", name="Window")).to_be_visible()


async def test_nothing_about_a_person_is_kept(open_page: Open, server: FixtureServer, scenario: Scenario) -> None:
    page = await with_worker(await open_page())
    for path in ("/plays/?track=Half+Past+Blue&counted=true", "/imports/", "/settings/", "/"):
        await page.goto(server.url + path)
        await page.locator("main h1").first.wait_for()
        await page.wait_for_load_state("networkidle")
    kept: list[str] = await page.evaluate(KEPT)
    assert any(address.endswith(".js") for address in kept), "the hashed files are kept"
    assert [address for address in kept if not re.fullmatch(r"/offline/|/_next/static/[^?]+", address)] == []
    text = await page.evaluate(TEXTS)
    assert [secret for secret in (scenario.me["id"], scenario.me["csrf_token"]) if secret in text] == []
    await page.get_by_role("button", name="Mara, your account").click()
    await page.get_by_role("button", name="Sign out").click()
    await expect(page.get_by_role("link", name="Sign in with Spotify")).to_be_visible()
    after: list[str] = await page.evaluate(KEPT)
    assert [address for address in after if not re.fullmatch(r"/offline/|/_next/static/[^?]+", address)] == []


async def test_a_new_build_takes_the_place_of_the_one_before(chromium: Browser, tmp_path: Path) -> None:
    out = tmp_path / "out"
    shutil.copytree(OUT, out)
    worker = out / "worker.js"
    old = re.search(r'"id":"(\w+)"', worker.read_text("utf-8"))
    assert old is not None
    server = FixtureServer(out=out)
    context = await new_context(chromium)
    page = await context.new_page()
    await page.goto(server.url)
    await with_worker(page)
    assert await page.evaluate("caches.keys()") == [f"nachklang-{old[1]}"]
    worker.write_text(worker.read_text("utf-8").replace(old[1], "0123456789abcdef"), "utf-8")
    await page.evaluate("navigator.serviceWorker.ready.then(registration => registration.update()).then(() => null)")
    await eventually(page, "caches.keys()", ["nachklang-0123456789abcdef"])
    await context.close()
    server.close()


async def test_over_plain_http_the_page_works_without_a_worker(
    chromium: Browser, server: FixtureServer, scenario: Scenario
) -> None:
    context = await new_context(chromium)
    asked: list[str] = []
    errors: list[str] = []

    async def from_elsewhere(route: Route) -> None:
        address = route.request.url.removeprefix("http://music.example")
        asked.append(address)
        if "/events" in address:
            await route.abort()
        else:
            await route.fulfill(response=await route.fetch(url=server.url + address))

    await context.route("http://music.example/**", from_elsewhere)
    page = await context.new_page()
    page.on("pageerror", lambda error: errors.append(str(error)))
    await page.clock.set_fixed_time(NOW)
    await page.goto("http://music.example/")
    await page.locator(".row").first.wait_for()
    assert await page.evaluate("isSecureContext") is False
    await context.unroute_all(behavior="wait")
    await context.close()
    assert (errors, [address for address in asked if "worker" in address]) == ([], [])

"""What the tests of sending share: files that are chosen or dropped, and the lines about them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from playwright.async_api import Locator, Page

DROP = """files => {
    const transfer = new DataTransfer();
    for (const [name, size] of files) transfer.items.add(new File([new Uint8Array(size)], name));
    for (const type of ['dragenter', 'dragover', 'drop']) {
        window.dispatchEvent(new DragEvent(type, {dataTransfer: transfer, cancelable: true, bubbles: true}));
    }
}"""


async def choose(page: Page, size: int = 300_000) -> None:
    """One zip, by the drop zone's button."""
    file = {"name": "my_spotify_data (1).zip", "mimeType": "application/zip", "buffer": b"x" * size}
    await page.locator("input[type=file]").set_input_files(file)  # type: ignore[arg-type]  # a FilePayload


async def drop(page: Page, *files: tuple[str, int]) -> None:
    """Files by name and size, let go above the page."""
    await page.evaluate(DROP, [list(file) for file in files])


async def drop_paths(page: Page, *paths: Path) -> None:
    """Files and folders of this machine, let go above the page as the system's own drag would."""
    await _dragged(page, paths, "dragEnter", "dragOver", "drop")


async def drag_above(page: Page, *paths: Path) -> None:
    """As `drop_paths`, without letting go."""
    await _dragged(page, paths, "dragEnter", "dragOver")


async def _dragged(page: Page, paths: Sequence[Path], *kinds: str) -> None:
    session = await page.context.new_cdp_session(page)
    data = {"items": [], "files": [str(path) for path in paths], "dragOperationsMask": 1}
    for kind in kinds:
        await session.send("Input.dispatchDragEvent", {"type": kind, "x": 200, "y": 200, "data": data})


def tray(page: Page) -> Locator:
    """The corner that tells of what is on its way."""
    return page.get_by_role("region", name="Exports on their way")


def line(page: Page, name: str) -> Locator:
    """What is said of one export, in the tray or on a page."""
    return page.get_by_role("list", name="On their way").get_by_role("listitem").filter(has_text=name)


async def slow_up(page: Page, bytes_a_second: int) -> None:
    """A line that takes this much; the file's progress is seen on it."""
    session = await page.context.new_cdp_session(page)
    await session.send("Network.enable")
    await session.send(
        "Network.emulateNetworkConditions",
        {"offline": False, "latency": 0, "downloadThroughput": -1, "uploadThroughput": bytes_a_second},
    )

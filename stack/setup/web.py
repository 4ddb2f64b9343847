"""The page: its packages by npm's lock, then the export to static files."""

from pathlib import Path

from stack.layout import WEB
from stack.programs import find_program
from stack.setup.commands import run
from stack.setup.stamps import Stamp, files_below, hash_of

STEP = "web"
SOURCES = WEB.parent
LANGUAGES = SOURCES.parent / "src/gateway/languages"
MADE = ("node_modules", ".next", "out", "words", "next-env.d.ts", "tsconfig.tsbuildinfo")


def build() -> None:
    """Build what is missing or was built from other sources."""
    npm = find_program("npm", "npm")
    packages = Stamp("web-packages", hash_of([SOURCES / "package-lock.json", SOURCES / "package.json"]))
    if not packages.fits() or not (SOURCES / "node_modules").exists():
        run(STEP, [npm, "ci"], SOURCES)
        packages.set()
    page = Stamp("web-page", hash_of(inputs()))
    if not page.fits() or not WEB.exists():
        run(STEP, [npm, "run", "build"], SOURCES, {"NEXT_TELEMETRY_DISABLED": "1"})
        page.set()


def inputs() -> list[Path]:
    """What the page is built from: its own folder, and the languages, which the gateway reads too."""
    return [*files_below(SOURCES, leave_out=(*MADE, "tests")), *LANGUAGES.glob("*.json")]

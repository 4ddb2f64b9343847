"""Files that are written from something else are as they would be written now."""

from stack.charts.__main__ import CHARTS, files


def test_charts_say_what_their_sources_say() -> None:
    stale = [str(file) for file, text in files(CHARTS).items() if file.read_text() != text]
    assert not stale, "make contract"

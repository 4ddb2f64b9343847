"""Pages that the server writes, as people read them."""

import re
from html import unescape

from tests.harness.asking import Answered


def words_of(answered: Answered) -> str:
    """The text of a page, without its style, pictures and links."""
    assert answered.headers["Content-Type"].startswith("text/html")
    without_style = re.sub(r"<(style|svg)\b.*?</\1>", "", answered.body, flags=re.DOTALL)
    without_links = re.sub(r"<a\b.*?</a>", "", without_style, flags=re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", without_links)).split())

"""Sign-in leads to paths of this site and nowhere else."""

from urllib.parse import urljoin, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contracts.next_path import safe_next

SITE = "https://nachklang.example"


@pytest.mark.parametrize("path", ["/", "/imports/", "/?from=2025-01-01&to=2025-02-01", "/a%20b#c", "/a:b@c"])
def test_paths_of_this_site_stay(path: str) -> None:
    assert safe_next(path) == path


@pytest.mark.parametrize(
    "path",
    [
        None,
        "",
        "imports",
        "//evil",
        "///evil",
        "/\\evil",
        "\\\\evil",
        "https://evil",
        "/\t/evil",
        "/a\nb",
        "/\x7f",
        "/" * 2001,
    ],
)
def test_everything_else_leads_home(path: str | None) -> None:
    assert safe_next(path) == "/"


@given(st.text())
def test_no_text_leads_to_another_site_or_breaks_a_header(text: str) -> None:
    safe = safe_next("/" + text)
    assert safe.isascii()
    assert safe.isprintable()
    assert urlsplit(urljoin(SITE, safe)).netloc == "nachklang.example"
    assert safe_next(safe) == safe

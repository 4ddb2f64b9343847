"""Labels of browsers: what their owner recognises, and nothing that could harm."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gateway.domain.devices import device_label

FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
SAFARI = (
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) "
    "Version/18.0 Mobile/15E148 Safari/604.1"
)
EDGE = (
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36 "
    "Edg/141.0"
)


@pytest.mark.parametrize(
    ("user_agent", "label"),
    [
        (FIREFOX, "Firefox on Linux"),
        (SAFARI, "Mobile Safari on iOS"),
        (EDGE, "Edge on Windows"),
        ("curl/8.5.0", "curl"),
        ("something of our own", None),
        ("", None),
        (None, None),
        ("\udcff" + FIREFOX, "Firefox on Linux"),
    ],
)
def test_a_browser_is_called_by_its_name_and_system(user_agent: str | None, label: str | None) -> None:
    assert device_label(user_agent) == label


@given(st.text(st.characters(exclude_categories=()), max_size=2_000))
def test_no_header_breaks_it_and_the_label_is_short(user_agent: str) -> None:
    label = device_label(user_agent)
    assert label is None or len(label) <= 100

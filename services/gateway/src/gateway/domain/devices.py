"""What a browser says of itself, as its owner recognises it: "Firefox on Linux". The raw text goes nowhere."""

import ua_parser

_LONGEST = 512
"""Longer ones are cut: no browser has them."""
_LONGEST_LABEL = 100


def device_label(user_agent: str | None) -> str | None:
    """Browser and system by the header User-Agent, as far as they are known."""
    text = (user_agent or "")[:_LONGEST].encode("ascii", "ignore").decode()
    found = ua_parser.parse(text)
    browser = found.user_agent.family if found.user_agent else None
    system = found.os.family if found.os else None
    label = " on ".join(filter(None, (browser, system)))
    return label[:_LONGEST_LABEL] or None

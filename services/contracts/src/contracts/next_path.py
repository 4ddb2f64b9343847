"""Where sign-in may lead afterwards: paths of this site and nothing else (no open redirect).

The gateway asks before it sends `next` on and before it redirects, auth before it keeps it: all by this one rule.
"""

from urllib.parse import quote

HOME = "/"
_LONGEST = 2000
_FIRST_PRINTABLE = 0x20
_DELETE = 0x7F
_KEPT = "/?#[]@!$&'()*+,;=:%-._~"


def safe_next(path: str | None) -> str:
    """`path` where it is a path of this site, else `/`. Fit for a Location header: other characters are escaped.

    A browser reads `//host` and `/\\host` as another site, and drops control characters before it looks.
    """
    if path is None or not path.startswith("/") or path.startswith("//") or len(path) > _LONGEST:
        return HOME
    if "\\" in path or any(ord(letter) < _FIRST_PRINTABLE or ord(letter) == _DELETE for letter in path):
        return HOME
    return quote(path, safe=_KEPT, errors="replace")

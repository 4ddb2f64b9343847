"""Names as they are compared: NFC, outer blanks trimmed, nothing else (product.md, "name")."""

import unicodedata


def clean(value: object) -> str:
    """The name in a field; "" if there is none or it is no text. A lone surrogate becomes U+FFFD."""
    if not isinstance(value, str):
        return ""
    whole = "".join("\ufffd" if "\ud800" <= letter <= "\udfff" else letter for letter in value)
    return unicodedata.normalize("NFC", whole).strip()

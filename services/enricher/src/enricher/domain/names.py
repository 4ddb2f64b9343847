"""Names as they are compared: what is only writing is taken away, what tells two things apart stays."""

import re
import unicodedata

APOSTROPHES = re.compile(r"['’‘`´ʼ]")
_INITIALS = re.compile(r"\b(?:\w\.){2,}")
_JOINED = re.compile(r"\s*[,;]\s+|\s+(?:[/&+]|and|x|vs\.?|feat\.?|ft\.?|featuring|with)\s+", re.IGNORECASE)
_LETTERS = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "đ": "d", "œ": "oe", "æ": "ae", "ё": "е"})
_ACCENTED = frozenset({"LATIN", "GREEK", "ARABIC", "HEBREW"})
"""Scripts whose marks may be left out. Others' make another letter: が is not か, й is not и."""
_NUMBERS = {
    word: str(number)
    for words in (
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"],
        ["_", "ii", "iii", "iv", "_", "vi", "vii", "viii", "ix", "x"],
    )
    for number, word in enumerate(words, start=1)
}
_NO_SYMBOLS = frozenset("™®©℗")


def artists_in(name: str) -> list[str]:
    """Those whom one name joins: "A & B", "A, B", "A feat. B"."""
    return _JOINED.split(" ".join(name.split()))


def normalised(name: str) -> str:
    """Case, accents, punctuation, blanks and ways to write a number taken away; `&` and `+` are "and". Emoji stay.

    A name of punctuation only stays itself.
    """
    text = _plain(name)
    spelled = _INITIALS.sub(lambda initials: initials[0].replace(".", ""), APOSTROPHES.sub("", text))
    bare = "".join(_kept(char) for char in spelled.replace("&", " and ").replace("+", " and "))
    words = [_NUMBERS.get(word, "part" if word == "pt" else word) for word in bare.split()]
    return " ".join(words) or " ".join(text.split())


def _kept(char: str) -> str:
    """Letters, marks, digits and emoji as they are, a blank for the rest; digits of any script as 0 to 9."""
    category = unicodedata.category(char)
    if category == "Nd":
        return str(unicodedata.digit(char))
    is_part = category[0] in "LMN" or (category == "So" and char not in _NO_SYMBOLS)
    return char if is_part else ("" if category == "Cf" else " ")


def _plain(name: str) -> str:
    """Compatibility forms, small letters, and no accents where a script can do without."""
    letters: list[str] = []
    script = ""
    for char in unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", name).casefold()):
        if not unicodedata.combining(char):
            script = unicodedata.name(char, "").partition(" ")[0]
        elif script in _ACCENTED:
            continue
        if not "︀" <= char <= "️":  # variation selectors: the same emoji in another dress
            letters.append(char)
    return unicodedata.normalize("NFKC", "".join(letters)).translate(_LETTERS)

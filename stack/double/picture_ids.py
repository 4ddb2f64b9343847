"""The ids of pictures: a beginning that says kind and size, and the same end for every size of one picture."""

from stack.double.ids import digest

ALBUM_SIZES = (640, 300, 64)
ARTIST_SIZES = (640, 320, 160)

_BEGINNINGS = {
    ("album", 640): "ab67616d0000b273",
    ("album", 300): "ab67616d00001e02",
    ("album", 64): "ab67616d00004851",
    ("artist", 640): "ab6761610000e5eb",
    ("artist", 320): "ab67616100005174",
    ("artist", 160): "ab6761610000f178",
    ("user", 300): "ab6775700000ee85",
    ("user", 64): "ab67757000003b82",
}
_KINDS = {beginning: key for key, beginning in _BEGINNINGS.items()}
_END = 24


def picture_id(kind: str, item_id: str, size: int) -> str:
    """The id of one thing's picture in one size (pixels); shows, episodes and playlists have covers."""
    drawn = kind if kind in ("artist", "user") else "album"
    return _BEGINNINGS[drawn, size] + digest("picture", kind, item_id).hex()[:_END]


def read_picture_id(text: str) -> tuple[str, int, bytes] | None:
    """(kind, size, 12 bytes to draw from), or None if no picture has this id."""
    key = _KINDS.get(text[:16])
    end = text[16:]
    if key is None or len(end) != _END or any(character not in "0123456789abcdef" for character in end):
        return None
    return key[0], key[1], bytes.fromhex(end)

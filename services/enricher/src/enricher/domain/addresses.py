"""Where browsers may be sent: what Spotify answers is shown to people, so it must lead to Spotify."""

from urllib.parse import urlsplit

from msgspec import structs

from enricher.domain.media import Media

_HOSTS = ("spotify.com", "scdn.co", "spotifycdn.com")


def vetted(media: Media, open_url: str) -> Media:
    """`media` without pictures, samples and links that lead elsewhere; `open_url` is Spotify's open site or its double.

    Samples of other sources were looked at where they were found.
    """
    preview = media.preview
    if preview and preview.source == "spotify":
        url, link = (_leading(address, open_url) for address in (preview.url, preview.link))
        preview = structs.replace(preview, url=url, link=link) if url else None
    return structs.replace(
        media,
        image_url=_leading(media.image_url, open_url),
        row_image_url=_leading(media.row_image_url, open_url),
        link=_leading(media.link, open_url),
        preview=preview,
    )


def _leading(address: str | None, open_url: str) -> str | None:
    """The address, if it leads to Spotify."""
    if address is None or not address.isprintable():
        return None
    try:
        parts, own = urlsplit(address), urlsplit(open_url)
        host = parts.hostname or ""
    except ValueError:
        return None
    if (parts.scheme, parts.netloc) == (own.scheme, own.netloc):
        return address
    theirs = any(host == known or host.endswith(f".{known}") for known in _HOSTS)
    return address if parts.scheme == "https" and theirs and "@" not in parts.netloc else None

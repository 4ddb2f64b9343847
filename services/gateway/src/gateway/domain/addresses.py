"""Where a request comes from, so that attempts can be counted; others learn a keyed hash only."""

import hashlib
import hmac
from collections.abc import Sequence
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network

_SITE_BITS = 64
"""Of an IPv6 address: whoever has one has all that share these, so they count as one."""


def networks(texts: Sequence[str]) -> tuple[Network, ...]:
    """Networks or single addresses. Raises ValueError for what is neither."""
    return tuple(ip_network(text, strict=False) for text in texts)


def client_address(peer: str | None, forwarded_for: Sequence[str], trusted: Sequence[Network]) -> Address | None:
    """Who asks: the peer, or where that is a trusted proxy the last one it names that is none itself.

    `forwarded_for` are the values of the headers X-Forwarded-For in their order. What stands before the last untrusted
    address anybody may have written.
    """
    address = _address(peer)
    named = [part for value in forwarded_for for part in value.split(",")]
    while named and address is not None and any(address in network for network in trusted):
        address = _address(named.pop())
    return address


def client_hash(address: Address | None, key: bytes) -> str | None:
    """64 hex digits that stand for an address; without the key nobody can find the address by trying all of them."""
    if address is None:
        return None
    if isinstance(address, IPv6Address):
        address = ip_network((address, _SITE_BITS), strict=False).network_address
    return hmac.new(key, str(address).encode(), hashlib.sha256).hexdigest()


def _address(text: str | None) -> Address | None:
    try:
        address = ip_address((text or "").strip())
    except ValueError:
        return None
    return getattr(address, "ipv4_mapped", None) or address

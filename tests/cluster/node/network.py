"""The node's network: a namespace, and a cable to the machine. Pods reach each other and the node, nothing else."""

import subprocess
from contextlib import suppress

from tests.cluster.node.layout import HOST_IP, HOST_LINK, NETWORK, NODE_IP, NODE_LINK


def make() -> None:
    """Make both."""
    _ip("netns", "add", NETWORK)
    _ip("link", "add", HOST_LINK, "type", "veth", "peer", "name", NODE_LINK, "netns", NETWORK)
    _ip("address", "add", f"{HOST_IP}/24", "dev", HOST_LINK)
    _ip("link", "set", HOST_LINK, "up")
    _ip("-n", NETWORK, "link", "set", "lo", "up")
    _ip("-n", NETWORK, "address", "add", f"{NODE_IP}/24", "dev", NODE_LINK)
    _ip("-n", NETWORK, "link", "set", NODE_LINK, "up")
    _ip("-n", NETWORK, "route", "add", "default", "via", HOST_IP)
    _run("ip", "netns", "exec", NETWORK, "sysctl", "-qw", "net.ipv4.ip_forward=1")


def remove() -> None:
    """Remove what is there of it."""
    with suppress(subprocess.CalledProcessError):
        _ip("link", "delete", HOST_LINK)
    with suppress(subprocess.CalledProcessError):
        _ip("netns", "delete", NETWORK)


def _ip(*arguments: str) -> None:
    _run("ip", *arguments)


def _run(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True, text=True)

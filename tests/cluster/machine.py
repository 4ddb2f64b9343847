"""The programs that a node takes from the machine."""

from pathlib import Path

from stack.setup.debian import Need, install_missing, program

NEEDS = (
    program("containerd", "containerd", version=""),
    program("runc", "runc", version=""),
    program("docker-registry", "docker-registry", version=""),
    program("nft", "nftables", version=""),
    program("buildah", "buildah", version=""),
    program("mmdebstrap", "mmdebstrap", version=""),
    program("busybox", "busybox-static", version=""),
    program("ip", "iproute2", version=""),
    Need(
        "the plugins of the container network",
        ("containernetworking-plugins",),
        lambda: Path("/usr/lib/cni/ptp").exists(),
    ),
)


def install_packages() -> None:
    """Install what is missing, as root. Raises SetupError."""
    install_missing(NEEDS)

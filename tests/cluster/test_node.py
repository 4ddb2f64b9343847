"""The node itself leaves the machine as it was."""

import subprocess
from pathlib import Path

import pytest

from tests.cluster.machine import install_packages
from tests.cluster.node.down import down, is_up
from tests.cluster.node.layout import HOST_LINK, NETWORK, STATE
from tests.cluster.node.up import NodeError, up


def test_down_leaves_nothing_behind() -> None:
    if is_up():
        pytest.skip("the node was brought up by hand and is to stay")
    install_packages()
    mounts, groups, links = _mounts(), _control_groups(), _links()
    try:
        up()
        assert is_up()
        assert _links() - links == {HOST_LINK}
        with pytest.raises(NodeError, match="up already"):
            up()
    finally:
        down()
    assert not is_up()
    assert _mounts() == mounts
    assert _control_groups() == groups
    assert _links() == links
    assert not STATE.exists()
    assert not (Path("/run/netns") / NETWORK).exists()
    assert not [line for line in _processes() if str(STATE) in line]


def _mounts() -> set[str]:
    return set(Path("/proc/self/mounts").read_text().splitlines())


def _control_groups() -> set[Path]:
    return {folder for folder in Path("/sys/fs/cgroup").glob("*/*") if folder.is_dir()}


def _links() -> set[str]:
    return {link.name for link in Path("/sys/class/net").iterdir()}


def _processes() -> list[str]:
    return subprocess.run(["ps", "-eo", "args"], capture_output=True, text=True, check=True).stdout.splitlines()

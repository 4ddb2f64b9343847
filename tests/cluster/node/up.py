"""Bringing the node up."""

import json
import os
import subprocess
import sys
import time
from datetime import UTC, datetime

from stack.layout import REPOSITORY
from tests.cluster.node import certificates, configuration, network
from tests.cluster.node.down import down, is_up
from tests.cluster.node.layout import CONTAINERD, FIRST_PROCESS, IMAGES, KUBECONFIG, LOGS, NAME, NETWORK, STATE, log
from tests.cluster.tools import path

READY_WITHIN_SECONDS = 120.0


class NodeError(Exception):
    """The node cannot be had; the message says why."""


def up() -> None:
    """Return when the node is ready for pods. Raises NodeError."""
    if os.geteuid() != 0:
        raise NodeError("a node makes namespaces and mounts: run this as root")
    if is_up():
        raise NodeError("the node is up already: take it down first")
    down()
    for folder in (STATE, LOGS, CONTAINERD, IMAGES):
        folder.mkdir(parents=True, exist_ok=True)
    certificates.write(datetime.now(UTC))
    configuration.write()
    network.make()
    with log("first").open("ab") as output:
        apart = ["unshare", "--mount", "--propagation", "private", "--pid", "--fork", "--kill-child", "--mount-proc"]
        first = subprocess.Popen(
            # not `ip netns exec`: that hides the control groups
            ["nsenter", f"--net=/run/netns/{NETWORK}", *apart, sys.executable, "-m", "tests.cluster.node.inside"],
            cwd=REPOSITORY,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            start_new_session=True,
        )
    FIRST_PROCESS.write_text(f"{first.pid}\n")
    _wait_ready(first)


def _wait_ready(first: "subprocess.Popen[bytes]") -> None:
    deadline = time.monotonic() + READY_WITHIN_SECONDS
    while not _ready():
        if first.poll() is not None or time.monotonic() > deadline:
            raise NodeError(f"the node did not become ready; its logs: {LOGS}")
        time.sleep(0.2)


def _ready() -> bool:
    """Whether the node says so, and each namespace can have pods."""
    ask = [str(path("kubectl")), f"--kubeconfig={KUBECONFIG}", "get", "-o", "json"]
    node = subprocess.run([*ask, "node", NAME], capture_output=True, check=False)
    account = subprocess.run(
        [*ask, "serviceaccount", "default", "--namespace=default"], capture_output=True, check=False
    )
    if node.returncode or account.returncode:
        return False
    conditions = json.loads(node.stdout)["status"]["conditions"]
    return any(condition["type"] == "Ready" and condition["status"] == "True" for condition in conditions)

"""`python -m tests.cluster.node.inside`: the first process in the node's namespaces. When it ends, all of it does.

Nothing here may change the machine: every mount is in a namespace of its own.
"""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from tests.cluster.node import programs
from tests.cluster.node.layout import KUBECONFIG, STATE, log
from tests.cluster.tools import path

API_WITHIN_SECONDS = 90.0
# The kubelet insists on these settings of the kernel: it is shown them, and the machine's own are let alone.
SHOWN = {
    "/proc/sys/vm/overcommit_memory": "1",
    "/proc/sys/kernel/panic": "10",
    "/proc/sys/kernel/panic_on_oops": "1",
}


def main() -> int:
    """Start everything; 1 when a program of the node has ended."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    _mount("--make-rprivate", "/")
    _mount("-t", "tmpfs", "tmpfs", "/run/netns")
    for setting, value in SHOWN.items():
        shown = STATE / Path(setting).name
        shown.write_text(f"{value}\n")
        _mount("--bind", str(shown), setting)
    running = {_start(name, command): name for name, command in programs.before_the_api().items()}
    _wait_for_the_api()
    running |= {_start(name, command): name for name, command in programs.after_the_api().items()}
    while True:
        ended, status = os.wait()  # also orphans of containers: the first process takes them over
        if ended in running:
            print(f"{running[ended]} has ended with status {os.waitstatus_to_exitcode(status)}", flush=True)
            return 1


def _start(name: str, command: programs.Command) -> int:
    with log(name).open("ab") as output:
        return subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=output, stderr=output, cwd=STATE).pid


def _wait_for_the_api() -> None:
    deadline = time.monotonic() + API_WITHIN_SECONDS
    ask = [str(path("kubectl")), f"--kubeconfig={KUBECONFIG}", "get", "--raw", "/readyz"]
    while subprocess.run(ask, capture_output=True, check=False).returncode:
        if time.monotonic() > deadline:
            raise TimeoutError(f"the API server is not ready: {log('kube-apiserver')}")
        time.sleep(0.2)


def _mount(*arguments: str) -> None:
    subprocess.run(["mount", *arguments], check=True)


if __name__ == "__main__":
    sys.exit(main())

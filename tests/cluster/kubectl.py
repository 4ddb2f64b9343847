"""kubectl, on the node."""

import json
import os
import subprocess
from typing import Any

from tests.cluster.node.layout import KUBECONFIG
from tests.cluster.tools import path

STRICTLY = ("--server-side", "--force-conflicts", "--validate=strict", "--field-manager=tests")
"""An unknown field is an error."""
SEPARATOR = "\n---\n"


class KubectlError(AssertionError):
    """The API server refused something; the message has its words."""


def kubectl(*arguments: str, stdin: str | None = None) -> str:
    """Run it to its end; what it printed. Raises KubectlError."""
    return _run(*arguments, stdin=stdin).stdout


def get(*what: str) -> Any:
    """The object as it is now; a list of them where that is asked for."""
    found = json.loads(kubectl("get", *what, "--output=json"))
    return found["items"] if found["kind"] == "List" else found


def apply(*documents: str) -> None:
    """Apply documents at the server."""
    kubectl("apply", *STRICTLY, "--filename=-", stdin=SEPARATOR.join(documents))


def warnings_of_dry_run(documents: str) -> list[str]:
    """Let the server check documents and keep nothing; what it warns of. Raises KubectlError for what it refuses."""
    said = _run("apply", *STRICTLY, "--dry-run=server", "--filename=-", stdin=documents).stderr
    return [line for line in said.splitlines() if line.startswith("Warning")]


def _run(*arguments: str, stdin: str | None) -> "subprocess.CompletedProcess[str]":
    done = subprocess.run(
        [str(path("kubectl")), *arguments],
        env=os.environ | {"KUBECONFIG": str(KUBECONFIG)},
        input=stdin,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise KubectlError(f"kubectl {' '.join(arguments)}: {done.stderr}{done.stdout}")
    return done

"""The first line of the README's way to a cluster, from the root of the repository, as far as it gets without one:
helm and kubectl only note what they are asked, and of the API server there is no more than its version."""

import json
import os
import subprocess
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
import yaml

from stack.layout import REPOSITORY
from tests.cluster.tools import path

MODULE = "charts/operators/skaffold.yaml"
NOTING = """\
#!/bin/sh
echo "$PWD $(basename "$0") $*" >> {asked}
case "$*" in
    *" strimzi strimzi") exit 1 ;;  # asked whether it is installed
    version*) echo v4.3.1 ;;
esac
"""


class _Version(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        body = json.dumps({"major": "1", "minor": "37", "gitVersion": "v1.37.2", "items": []}).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *arguments: object) -> None:
        """Nothing."""


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[dict[str, str]]:
    """The environment of a program that shall know it."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Version)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    where = {
        "apiVersion": "v1",
        "kind": "Config",
        "current-context": "stand-in",
        "clusters": [{"name": "stand-in", "cluster": {"server": f"http://127.0.0.1:{server.server_port}"}}],
        "contexts": [{"name": "stand-in", "context": {"cluster": "stand-in", "user": ""}}],
    }
    (tmp_path / "kubeconfig").write_text(yaml.safe_dump(where))
    for program in ("kubectl", "helm"):
        stand_in = tmp_path / program
        stand_in.write_text(NOTING.format(asked=tmp_path / "asked"))
        stand_in.chmod(0o755)
    yield {
        "PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}",
        "KUBECONFIG": str(tmp_path / "kubeconfig"),
        "SKAFFOLD_UPDATE_CHECK": "false",
        "SKAFFOLD_INTERACTIVE": "false",
    }
    server.shutdown()
    server.server_close()


def test_the_operators_are_installed_from_the_root_of_the_repository(tmp_path: Path, cluster: dict[str, str]) -> None:
    done = subprocess.run(
        [path("skaffold"), "run", "--filename", MODULE, "--status-check=false"],
        cwd=REPOSITORY,
        env=os.environ | cluster,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    lines = (tmp_path / "asked").read_text().splitlines()
    (namespace,) = [line for line in lines if " kubectl apply " in line]
    folder, *_, file = namespace.split()
    assert (Path(folder) / file).resolve() == REPOSITORY / "charts" / "namespace.yaml"
    (strimzi,) = [line for line in lines if "oci://quay.io/strimzi-helm/strimzi-kafka-operator" in line]
    assert lines.index(namespace) < lines.index(strimzi)

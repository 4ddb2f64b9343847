"""The images that ours begin with: Debian 12, whose Python is the 3.11 of the image of that name, and Node on it."""

import os
import re
import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from stack.programs import find_program
from tests.cluster.images import buildah

PYTHON = "docker.io/library/python:3.11-slim-bookworm"
NODE = "docker.io/library/node:20-bookworm-slim"
PACKAGES = ("ca-certificates", "python3", "python3-venv", "python3-pip")
TRUSTED = Path("/etc/ssl/certs/ca-certificates.crt")
DEBIANS = Path("/usr/share/ca-certificates")
MANUALS = " ".join(f"/usr/share/man/man{section}" for section in range(1, 9))
CERTIFICATE = re.compile(r"-----BEGIN CERTIFICATE-----.*?-----END CERTIFICATE-----", re.DOTALL)
ENVIRONMENT = {name: str(TRUSTED) for name in ("SSL_CERT_FILE", "PIP_CERT", "NODE_EXTRA_CA_CERTS")}


def make() -> None:
    """Make both, if they are not there."""
    if not buildah.has(PYTHON):
        _python()
    if not buildah.has(NODE):
        _node()


def _python() -> None:
    with TemporaryDirectory() as place:
        archive = Path(place) / "debian.tar"
        wanted = ["--variant=minbase", f"--include={','.join(PACKAGES)}", '--aptopt=Acquire::Languages "none"']
        kept = ["--dpkgopt=path-exclude=/usr/share/doc/*", "--dpkgopt=path-exclude=/usr/share/man/*"]
        made = [find_program("mmdebstrap", "mmdebstrap"), "--quiet", *wanted, *kept, "bookworm", str(archive)]
        subprocess.run(made, check=True, stdin=subprocess.DEVNULL)
        container = buildah.run("from", "scratch").strip()
        buildah.run("add", "--quiet", container, str(archive), "/")
        for number, certificate in enumerate(_trusted_beside_debians()):
            (Path(place) / f"{number}.crt").write_text(f"{certificate}\n")
            buildah.run("copy", "--quiet", container, f"{place}/{number}.crt", "/usr/local/share/ca-certificates/")
    # packages put links into the folders of manual pages, which the image of that name has though it has no pages
    buildah.run("run", container, "--", "sh", "-c", f"update-ca-certificates && mkdir -p {MANUALS}")
    environment = [word for name, value in ENVIRONMENT.items() for word in ("--env", f"{name}={value}")]
    buildah.run("config", *environment, container)
    buildah.run("commit", "--quiet", "--rm", container, PYTHON)


def _trusted_beside_debians() -> list[str]:
    """Authorities that only this machine trusts; so must what is built here, as pip, npm and Maven fetch packages."""
    known = {_one_line(text) for file in DEBIANS.rglob("*.crt") for text in CERTIFICATE.findall(file.read_text())}
    bundle = CERTIFICATE.findall(TRUSTED.read_text()) if TRUSTED.exists() else []
    return [text for text in bundle if _one_line(text) not in known]


def _one_line(certificate: str) -> str:
    return "".join(certificate.split())


def _node() -> None:
    """Node and npm as this machine has them."""
    node = Path(os.path.realpath(find_program("node", "nodejs")))
    npm = Path(os.path.realpath(find_program("npm", "npm"))).parents[1]
    with TemporaryDirectory() as place:
        shutil.copytree(npm, Path(place) / "npm", symlinks=True)
        container = buildah.run("from", "--pull-never", PYTHON).strip()
        buildah.run("copy", "--quiet", container, str(node), "/usr/local/bin/node")
        buildah.run("copy", "--quiet", container, f"{place}/npm", "/usr/local/lib/node_modules/npm")
    for program in ("npm", "npx"):
        link = ["ln", "-s", f"../lib/node_modules/npm/bin/{program}-cli.js", f"/usr/local/bin/{program}"]
        buildah.run("run", container, "--", *link)
    buildah.run("commit", "--quiet", "--rm", container, NODE)

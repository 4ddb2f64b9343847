"""Custom resource definitions, made by the generators of those who define them; nothing of theirs is committed."""

import json
import re
import shutil
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.cluster.tools.commands import run
from tests.cluster.tools.golang import ENVIRONMENT
from tests.cluster.tools.store import Tool, ToolError, install

STRIMZI = "io.strimzi"
STRIMZI_OLDEST_JAVA = 21
STRIMZI_KINDS = {
    "kafka": "kafka.Kafka",
    "kafkanodepool": "nodepool.KafkaNodePool",
    "kafkatopic": "topic.KafkaTopic",
    "kafkauser": "user.KafkaUser",
    "strimzipodset": "podset.StrimziPodSet",
}


def strimzi(version: str) -> Callable[[Path], None]:
    """Those of the Kafka operator, by its generator on Maven Central."""

    def make(folder: Path) -> None:
        java = _java(STRIMZI_OLDEST_JAVA)
        with TemporaryDirectory() as place:
            for artifact in ("api", "crd-generator"):
                what = [f"-Dartifact={STRIMZI}:{artifact}:{version}", f"-DoutputDirectory={place}"]
                run(["mvn", "--batch-mode", "--quiet", "dependency:copy", *what, "-Dtransitive=false"], Path(place))
            jars = ":".join(str(jar) for jar in Path(place).glob("*.jar"))
            which = [f"{STRIMZI}.api.kafka.model.{kind}={folder / name}.yaml" for name, kind in STRIMZI_KINDS.items()]
            versions = ["--crd-api-version", "v1", "--api-versions", "v1", "--storage-version", "v1"]
            labels = ["--label", "app:strimzi", "--label", "strimzi.io/crd-install:true"]
            generator = [java, "-cp", jars, f"{STRIMZI}.crdgenerator.CrdGenerator"]
            run([*generator, *labels, "--target-kube", "1.16+", *versions, "--yaml", *which], folder)

    return make


def of_go_types(module: str, version: str, folders: Sequence[str], generator: Tool) -> Callable[[Path], None]:
    """Those of an operator that is written in Go, from the types in these folders of its module."""

    def make(folder: Path) -> None:
        program = install(generator) / "controller-gen"
        with TemporaryDirectory() as place:
            work = Path(place)
            run(["go", "mod", "download", f"{module}@v{version}"], work, ENVIRONMENT)
            shutil.copytree(_module_folder(module, version), work / "operator")
            paths = [f"paths=./{name}" for name in folders]
            wanted = ["crd:generateEmbeddedObjectMeta=true", *paths, f"output:crd:dir={folder}"]
            run([str(program), *wanted], work / "operator", ENVIRONMENT)

    return make


def _module_folder(module: str, version: str) -> Path:
    """Where the module lies, downloaded."""
    asked = ["go", "mod", "download", "-json", f"{module}@v{version}"]
    said = subprocess.run(asked, cwd="/", capture_output=True, text=True, check=True).stdout
    return Path(json.loads(said)["Dir"])


def _java(oldest: int) -> str:
    """A Java of at least that version, wherever Debian or a vendor put it."""
    candidates: Sequence[Path] = [Path(found) for found in [shutil.which("java")] if found]
    candidates = [*candidates, *sorted(Path("/usr/lib/jvm").glob("*/bin/java"))]
    for java in candidates:
        said = subprocess.run([str(java), "-version"], capture_output=True, text=True, check=False).stderr
        number = re.search(r'version "(\d+)', said)
        if number and int(number[1]) >= oldest:
            return str(java)
    raise ToolError(f"Java {oldest} or newer is needed to write the definitions of Kafka's operator")

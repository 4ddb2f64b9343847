"""The jars of Kafka, of Spark's connectors and of Hadoop, by Maven."""

import shutil
from collections.abc import Sequence

from stack.layout import JARS, REPOSITORY
from stack.programs import find_program
from stack.setup.commands import run
from stack.setup.stamps import Stamp, hash_of

POMS = REPOSITORY / "stack" / "jars"
TO_RUN = ("kafka", "spark")
ALL = (*TO_RUN, "hadoop")


def build(modules: Sequence[str]) -> None:
    """Fetch the jars of the modules that are missing or were fetched for another version."""
    stamps = {module: _stamp(module) for module in modules}
    wanted = [module for module, stamp in stamps.items() if not stamp.fits() or not (JARS / module).exists()]
    if not wanted:
        return
    for module in wanted:
        shutil.rmtree(JARS / module, ignore_errors=True)
    maven = [find_program("mvn", "maven"), "--batch-mode", "--no-transfer-progress", "--threads", "2"]
    what = ["--file", str(POMS / "pom.xml"), "--projects", ",".join(wanted), "dependency:copy-dependencies"]
    run("jars", [*maven, *what, f"-Djars={JARS}"])
    for module in wanted:
        stamps[module].set()


def _stamp(module: str) -> Stamp:
    return Stamp(f"jars-{module}", hash_of([POMS / "pom.xml", POMS / module / "pom.xml"]))

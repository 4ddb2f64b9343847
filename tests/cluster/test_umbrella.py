"""Everything as one release of Helm, as the guide's "A cluster": installed, and upgraded to a version whose grants are
other ones, which nobody has before the upgrade."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest

from stack.layout import REPOSITORY
from stack.probes import says_ok, wait_until
from tests.charts.rendering import SERVICES, copy_charts
from tests.cluster.conftest import URL
from tests.cluster.helm import helm
from tests.cluster.kubectl import apply, get, kubectl
from tests.cluster.node.layout import NAMESPACE
from tests.cluster.pods import IN, migrated
from tests.e2e.truth import Truth, assert_account, assert_same
from tests.harness.client import signed_in
from tests.harness.histories.packages import write_pair
from tests.harness.histories.timeline import Person as Listener

RELEASE = "nachklang"
READY_WITHIN_SECONDS = 600.0
ROLLED_OUT = "--timeout=400s"
NEW_GRANT = "GRANT SELECT ON serving.imports TO 'enricher'@'%';\n"


@pytest.fixture
def charts(nachklang: str, tmp_path: Path) -> Iterator[Path]:
    """The charts, and a namespace with nothing in it but what the guide makes first; afterwards there is nothing."""
    copy = copy_charts(tmp_path / "charts")
    images = [("platform.images.stack", image_of("double")), *((f"{name}.image", image_of(name)) for name in SERVICES)]
    (tmp_path / "images").write_text(",".join(f"{name}={image}" for name, image in images))
    empty(*reversed(SERVICES), "platform")
    apply((REPOSITORY / "charts" / "namespace.yaml").read_text())
    yield copy
    empty(RELEASE)


async def test_everything_is_one_release(charts: Path, tmp_path: Path) -> None:
    whole = (str(charts / "nachklang"), f"--values={charts / 'nachklang' / 'values-ci.yaml'}")
    images = ("--set-string", (tmp_path / "images").read_text())
    await asyncio.to_thread(helm, "install", RELEASE, *whole, *images)
    assert await wait_until(lambda: says_ok(f"{URL}/readyz"), READY_WITHIN_SECONDS), "the gateway is not ready"
    async with signed_in(URL, "umbrella") as person:
        truth = Truth()
        for export in write_pair(tmp_path, Listener(seed=63, plays=2_000)):
            assert_account(await person.imported(export), truth.add(export))
        before = uid("mariadb-0")
        bring_new_grants(charts)
        await asyncio.to_thread(helm, "upgrade", RELEASE, *whole, *images)
        for workload in ("statefulset/mariadb", *(f"deployment/{service}" for service in SERVICES)):
            await asyncio.to_thread(kubectl, "rollout", "status", workload, IN, ROLLED_OUT)
        assert uid("mariadb-0") != before, "which reads its grants as it starts"
        assert migrated() == set(), "services migrate as they start"
        await assert_same(person, truth)


def bring_new_grants(charts: Path) -> None:
    """Make the charts those of a version with one grant more; the sum only has to be another."""
    for file in charts.rglob("grants.sql"):
        file.write_text(file.read_text() + NEW_GRANT)
    for file in charts.rglob("_grants.tpl"):
        file.write_text(file.read_text().replace("\n{{- end", "0\n{{- end"))


def empty(*releases: str) -> None:
    """Take releases down, and the namespace with all that they leave: passwords and volumes."""
    for release in releases:
        helm("uninstall", release, "--ignore-not-found", "--wait", "--timeout=180s")
    kubectl("delete", "namespace", NAMESPACE)


def image_of(deployment: str) -> str:
    """The image that runs."""
    (container,) = get("deployment", deployment, IN)["spec"]["template"]["spec"]["containers"]
    return str(container["image"])


def uid(pod: str) -> str:
    """The pod, and no other of the same name."""
    return str(get("pod", pod, IN)["metadata"]["uid"])

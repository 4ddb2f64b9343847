"""Migrations run before an upgrade, unless what they need comes with the same upgrade."""

import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

from tests.charts.rendering import CHARTS, NAMESPACE, SERVICES, Object
from tests.cluster.tools import path

GRANTS = next(line for line in (CHARTS / "lib/templates/_grants.tpl").read_text().splitlines() if "{{" not in line)
KEYS = [f"mariadb-{service}-password" for service in SERVICES] + ["token-key", "address-key", "redis-url"]
MIGRATING = [service for service in SERVICES if (CHARTS / service / "templates" / "migrate.yaml").exists()]

SCHEME = {
    f"v1/{kind}": {"gvr": {"version": "v1", "resource": f"{kind.lower()}s"}, "namespaced": True}
    for kind in ("ConfigMap", "Secret")
}


def _object(kind: str, name: str, **metadata: object) -> Object:
    return {"apiVersion": "v1", "kind": kind, "metadata": {"name": name, "namespace": NAMESPACE, **metadata}}


def cluster(grants: str, keys: list[str]) -> list[Object]:
    """What an upgrade finds of the version before."""
    return [
        _object("ConfigMap", "mariadb-grants", annotations={"checksum/grants": grants}),
        _object("Secret", "nachklang-secrets") | {"data": dict.fromkeys(keys, "c2VjcmV0")},
    ]


@pytest.mark.parametrize("service", MIGRATING)
@pytest.mark.parametrize(
    ("there", "jobs"),
    [
        ([], 1),
        (cluster(GRANTS, KEYS), 1),
        (cluster("of another version", KEYS), 0),
        (cluster(GRANTS, []), 0),
    ],
    ids=["not asked", "all there", "other grants", "a key too few"],
)
def test_a_migration_has_what_it_needs(
    charts: Path, tmp_path: Path, service: str, there: list[Object], jobs: int
) -> None:
    chart = tmp_path / service
    shutil.copytree(charts / service, chart, ignore=shutil.ignore_patterns("tests"))
    (chart / "tests").mkdir()
    suite = {
        "suite": "migrations",
        "templates": ["migrate.yaml"],
        "release": {"namespace": NAMESPACE, "upgrade": True},
        "kubernetesProvider": {"scheme": SCHEME, "objects": there},
        "tests": [{"it": "is there", "asserts": [{"hasDocuments": {"count": jobs}}]}],
    }
    (chart / "tests" / "migrate_test.yaml").write_text(yaml.safe_dump(suite))
    done = subprocess.run([path("helm-unittest"), chart], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout

"""Pods are "restricted", accounts may nothing, secrets come by reference."""

import re
from pathlib import Path

import pytest
import yaml

from stack.servers.grants import USERS
from tests.charts.rendering import PROFILES, Object, containers, named, pods, render

SECRET = re.compile("PASSWORD|SECRET|_KEY$|REDIS_URL")


@pytest.fixture(scope="module")
def templates(charts: Path, whole: dict[str, list[Object]]) -> list[tuple[str, Object]]:
    """Every pod template of every profile, those of executors and of the Spark operator's pods too."""
    found = []
    for profile in PROFILES:
        found += [(name, template) for name, template, _ in pods(whole[profile])]
        executor = named(whole[profile], "ConfigMap", "aggregator-executor")["data"]["executor.yaml"]
        found.append(("executor", yaml.safe_load(executor)))
    by_the_operator = render(charts, "aggregator", "--set", "stream.kind=SparkApplication")
    application = named(by_the_operator, "SparkApplication", "aggregator-stream")["spec"]
    return [*found, ("driver", application["driver"]["template"]), ("executor", application["executor"]["template"])]


def test_every_pod_is_restricted(templates: list[tuple[str, Object]]) -> None:
    for name, template in templates:
        pod = template["spec"]["securityContext"]
        assert pod["runAsNonRoot"] is True and pod["runAsUser"] > 0, name
        assert pod["seccompProfile"] == {"type": "RuntimeDefault"}, name
        assert not {"hostNetwork", "hostPID", "hostIPC"} & set(template["spec"]), name
        assert all(set(volume) & {"emptyDir", "configMap"} for volume in template["spec"]["volumes"]), name
        for container in containers(template):
            context = container["securityContext"]
            assert context["allowPrivilegeEscalation"] is False, name
            assert context["capabilities"] == {"drop": ["ALL"]}, name
            assert context["readOnlyRootFilesystem"] is True, name


def test_every_container_says_what_it_needs(templates: list[tuple[str, Object]]) -> None:
    for name, template in templates:
        for container in containers(template):
            if name not in {"executor", "driver"}:  # Spark says it from its own settings
                assert {"cpu", "memory"} <= set(container["resources"]["requests"]), name
                assert container["resources"]["limits"]["memory"], name


def test_only_the_driver_may_ask_the_api_server(
    templates: list[tuple[str, Object]], whole: dict[str, list[Object]]
) -> None:
    for name, template in templates:
        assert template["spec"]["automountServiceAccountToken"] is (name in {"aggregator-stream", "driver"}), name
        if "serviceAccountName" in template["spec"]:
            own = template["spec"]["serviceAccountName"] == "aggregator-stream"
            assert own is (name == "aggregator-stream"), "the account that may ask is the driver's alone"
    for profile in PROFILES:
        roles = [each for each in whole[profile] if each["kind"] in {"Role", "ClusterRole"}]
        assert [role["metadata"]["name"] for role in roles] == ["aggregator-stream"]
        (binding,) = [each for each in whole[profile] if each["kind"] in {"RoleBinding", "ClusterRoleBinding"}]
        assert [subject["name"] for subject in binding["subjects"]] == ["aggregator-stream"]
        asked = {resource for rule in roles[0]["rules"] for resource in rule["resources"]}
        assert asked == {"pods", "configmaps", "services", "persistentvolumeclaims"}


def test_every_user_of_mariadb_has_a_password(whole: dict[str, list[Object]]) -> None:
    secret = named(whole["laptop"], "Secret", "nachklang-secrets")["data"]
    assert {f"mariadb-{user}-password" for user in ("root", *USERS)} == {key for key in secret if "mariadb" in key}
    grants = named(whole["laptop"], "StatefulSet", "mariadb")["spec"]["template"]["spec"]["initContainers"][0]
    assert {entry["name"].lower() for entry in grants["env"]} == set(USERS)


def test_secrets_come_by_reference(templates: list[tuple[str, Object]]) -> None:
    for name, template in templates:
        for container in containers(template):
            for entry in container.get("env", []):
                if SECRET.search(entry["name"]):
                    assert "secretKeyRef" in entry["valueFrom"], f"{name}: {entry['name']}"


def test_probes_ask_for_life_and_for_readiness(whole: dict[str, list[Object]]) -> None:
    for profile in PROFILES:
        for each in whole[profile]:
            if each["kind"] in {"Deployment", "StatefulSet"}:
                for container in each["spec"]["template"]["spec"]["containers"]:
                    assert {"livenessProbe", "readinessProbe"} <= set(container), each["metadata"]["name"]
            if each["kind"] == "Deployment" and each["metadata"]["labels"]["helm.sh/chart"].split("-")[0] != "platform":
                (container,) = each["spec"]["template"]["spec"]["containers"]
                assert container["livenessProbe"]["httpGet"] == {"path": "/healthz", "port": "ops"}
                assert container["readinessProbe"]["httpGet"] == {"path": "/readyz", "port": "ops"}


def test_the_ingress_speaks_tls(whole: dict[str, list[Object]]) -> None:
    for profile in ("laptop", "cluster"):
        spec = named(whole[profile], "Ingress", "gateway")["spec"]
        assert spec["tls"][0]["hosts"] == [rule["host"] for rule in spec["rules"]]
        assert spec["tls"][0]["secretName"]

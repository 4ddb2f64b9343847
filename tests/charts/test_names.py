"""One name: the folder of a service, its image, its chart, its Deployment, its Service, its module of skaffold."""

import re

import yaml

from stack.layout import REPOSITORY
from tests.charts.rendering import CHARTS, PROFILES, SERVICES, Object, containers, named, pods

OURS = re.compile(r"^nachklang/(\w+):")
OTHERS = {"apache/kafka", "apache/hadoop", "mariadb", "redis"}


def test_a_service_has_one_name() -> None:
    folders = {file.parent.name for file in (REPOSITORY / "services").glob("*/Dockerfile")}
    assert folders == set(SERVICES)
    for service in SERVICES:
        module = yaml.safe_load((REPOSITORY / "services" / service / "skaffold.yaml").read_text())
        (artifact,), (release,) = module["build"]["artifacts"], module["deploy"]["helm"]["releases"]
        assert module["metadata"]["name"] == release["name"] == service
        assert artifact["image"] == f"nachklang/{service}"
        assert artifact["docker"]["dockerfile"] == f"services/{service}/Dockerfile"
        assert release["chartPath"] == f"../../charts/{service}"
        assert yaml.safe_load((CHARTS / service / "Chart.yaml").read_text())["name"] == service
        assert yaml.safe_load((CHARTS / service / "values.yaml").read_text())["image"] == f"nachklang/{service}:latest"


def test_deployments_and_services_are_called_like_their_service(whole: dict[str, list[Object]]) -> None:
    for profile in PROFILES:
        for service in SERVICES:
            named(whole[profile], "Service", service)
            template = named(whole[profile], "Deployment", service)["spec"]["template"]
            (container,) = template["spec"]["containers"]
            assert container["image"] == f"nachklang/{service}:latest"


def test_every_image_is_ours_or_a_known_one(whole: dict[str, list[Object]]) -> None:
    built = {*SERVICES, "stack"}
    for profile in PROFILES:
        for _, template, _ in pods(whole[profile]):
            for container in containers(template):
                ours = OURS.match(container["image"])
                assert ours[1] in built if ours else container["image"].split(":")[0] in OTHERS


def test_a_service_finds_the_pods_that_listen(whole: dict[str, list[Object]]) -> None:
    for profile in PROFILES:
        workloads = {name: template for name, template, _ in pods(whole[profile])}
        for each in whole[profile]:
            if each["kind"] != "Service":
                continue
            selector = each["spec"]["selector"].items()
            found = [t for t in workloads.values() if selector <= t["metadata"]["labels"].items()]
            assert len(found) == 1, each["metadata"]["name"]
            listening = {port["name"] for c in found[0]["spec"]["containers"] for port in c.get("ports", [])}
            assert {port["targetPort"] for port in each["spec"]["ports"]} <= listening


def test_every_address_is_that_of_a_service(whole: dict[str, list[Object]]) -> None:
    for profile in PROFILES:
        services = {each["metadata"]["name"] for each in whole[profile] if each["kind"] == "Service"}
        services |= {
            f"{each['metadata']['name']}-kafka-bootstrap" for each in whole[profile] if each["kind"] == "Kafka"
        }
        shared = yaml.safe_load((CHARTS / "auth" / "values.yaml").read_text())["global"]
        assert shared["kafka"]["bootstrap"].split(":")[0] in services
        assert shared["mariadb"]["host"] in services
        assert re.fullmatch(r"hdfs://([\w-]+):9000", shared["hdfs"]["url"])[1] in services  # type: ignore[index]  # else the test fails, as it should


def test_what_all_charts_share_is_the_same_in_each() -> None:
    shared = [yaml.safe_load((CHARTS / c / "values.yaml").read_text())["global"] for c in ("platform", *SERVICES)]
    assert all(each == shared[0] for each in shared)

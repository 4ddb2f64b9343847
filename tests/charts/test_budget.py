"""A laptop: minikube with two processors and 7000 MB holds everything, the operators of others included."""

from tests.charts.quantities import amount, java_size
from tests.charts.rendering import SERVICES, Object, containers, named, pods
from tests.cluster.node.budget import ABSENT, LAPTOP_MIB, LAPTOP_MILLICPU

MIB = 1024**2
MACHINE = (LAPTOP_MILLICPU / 1000, LAPTOP_MIB * MIB)
SMALLEST_HEAP = 450 * MIB  # of Spark: it does not start with less


def requests(objects: list[Object]) -> dict[str, tuple[float, float]]:
    """Processors and bytes by part; executors and Strimzi's pods too. Init containers count where they ask for more."""
    parts = {name: _of_pod(template, count) for name, template, count in pods(objects)}
    node, kafka = named(objects, "KafkaNodePool", "nodes")["spec"], named(objects, "Kafka", "nachklang")["spec"]
    parts["kafka"] = _pair(node["resources"]["requests"], node["replicas"])
    for operator in ("topicOperator", "userOperator"):
        parts[operator] = _pair(kafka["entityOperator"][operator]["resources"]["requests"])
    parts["executors"] = _executors(objects)
    return parts


def _of_pod(template: Object, count: int) -> tuple[float, float]:
    running = [_pair(each["resources"]["requests"]) for each in template["spec"]["containers"]]
    before = [_pair(each["resources"]["requests"]) for each in containers(template)[: -len(running)]]
    together = (sum(cpu for cpu, _ in running), sum(memory for _, memory in running))
    return (
        count * max([together[0], *(cpu for cpu, _ in before)]),
        count * max([together[1], *(memory for _, memory in before)]),
    )


def _executors(objects: list[Object]) -> tuple[float, float]:
    conf = _spark_conf(objects)
    memory = java_size(conf["spark.executor.memory"]) + java_size(conf["spark.executor.memoryOverhead"])
    count = int(conf["spark.executor.instances"])
    return count * amount(conf["spark.kubernetes.executor.request.cores"]), count * memory


def _spark_conf(objects: list[Object]) -> dict[str, str]:
    text = _of_driver(objects)["NACHKLANG_SPARK_CONF"]
    return dict(line.split("=", 1) for line in text.splitlines())


def _of_driver(objects: list[Object]) -> dict[str, str]:
    (driver,) = named(objects, "Deployment", "aggregator-stream")["spec"]["template"]["spec"]["containers"]
    return {entry["name"]: entry.get("value", "") for entry in driver["env"]}


def _pair(asked: dict[str, str], count: int = 1) -> tuple[float, float]:
    return count * amount(asked["cpu"]), count * amount(asked["memory"])


def _at_times(objects: list[Object]) -> list[tuple[float, float]]:
    """What is there now and then: the pod that a roll-out adds, a migration, a batch that somebody started."""
    rolled = [
        each["spec"]["template"]
        for each in objects
        if each["kind"] == "Deployment" and each["spec"]["strategy"].get("rollingUpdate", {}).get("maxSurge")
    ]
    ending = [template for name, template, _ in pods(objects) if not named_deployment(objects, name)]
    return [_of_pod(template, 1) for template in (*rolled, *ending)]


def named_deployment(objects: list[Object], name: str) -> bool:
    """Whether that name is of something that goes on."""
    return any(e["kind"] in {"Deployment", "StatefulSet"} and e["metadata"]["name"] == name for e in objects)


def test_the_laptop_holds_everything(whole: dict[str, list[Object]]) -> None:
    parts = requests(whole["laptop"]) | {name: (cpu / 1000, mib * MIB) for name, (cpu, mib) in ABSENT.items()}
    at_times = _at_times(whole["laptop"])
    assert len(at_times) > len(SERVICES), "a pod that a roll-out adds for each, and jobs"
    parts["for a time"] = (max(cpu for cpu, _ in at_times), max(memory for _, memory in at_times))
    cpu, memory = (sum(part[index] for part in parts.values()) for index in (0, 1))
    assert cpu <= MACHINE[0] and memory <= MACHINE[1], parts


def test_a_driver_has_room_beside_its_heap(whole: dict[str, list[Object]]) -> None:
    for profile in ("laptop", "cluster"):
        (driver,) = named(whole[profile], "Deployment", "aggregator-stream")["spec"]["template"]["spec"]["containers"]
        heap = java_size(_of_driver(whole[profile])["NACHKLANG_SPARK_DRIVER_MEMORY"])
        # measured beside a heap of 480 MB: 41 MB of Java's, 107 MB of Python's
        assert heap + 150 * 1024**2 <= amount(driver["resources"]["requests"]["memory"])


def test_spark_starts_with_these_heaps(whole: dict[str, list[Object]]) -> None:
    for objects in whole.values():
        heaps = (_of_driver(objects)["NACHKLANG_SPARK_DRIVER_MEMORY"], _spark_conf(objects)["spark.executor.memory"])
        assert min(java_size(heap) for heap in heaps) >= SMALLEST_HEAP

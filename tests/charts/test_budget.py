"""A laptop: minikube with two processors and 7000 MB holds everything, the operators of others included."""

from tests.charts.quantities import amount, java_size
from tests.charts.rendering import Object, containers, named, pods

MACHINE = (2.0, 7000 * 1024**2)
SMALLEST_HEAP = 450 * 1024**2  # of Spark: it does not start with less
# Requests of what is not ours: Strimzi's cluster operator as its chart has it; CoreDNS, etcd, API server, controller
# manager, scheduler and the ingress controller as minikube has them.
OF_OTHERS = {"strimzi": ("200m", "384Mi"), "minikube": ("850m", "260Mi")}


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


def test_the_laptop_holds_everything(whole: dict[str, list[Object]]) -> None:
    parts = requests(whole["laptop"]) | {name: (amount(c), amount(m)) for name, (c, m) in OF_OTHERS.items()}
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

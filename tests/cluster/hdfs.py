"""The checkpoint of the stream, as HDFS in the cluster has it."""

import json

from tests.cluster.kubectl import kubectl
from tests.cluster.pods import IN

NAME_NODE = "nachklang-hadoop-hdfs-nn-0"
CHECKPOINT = "/checkpoints/*/*"


def query() -> str:
    """The id of the streaming query: the same as long as its checkpoint is."""
    (said,) = (line for line in _dfs("-cat", f"{CHECKPOINT}/metadata").splitlines() if line.startswith("{"))
    return str(json.loads(said)["id"])


def batches() -> set[int]:
    """The numbers of the batches that are noted as done; old ones are cleared away by and by."""
    names = (line.rpartition("/")[2] for line in _dfs("-ls", "-C", f"{CHECKPOINT}/commits").splitlines())
    return {int(name) for name in names if name.isdigit()}


def _dfs(*arguments: str) -> str:
    """What the command prints, Hadoop's own remarks among it."""
    return kubectl("exec", NAME_NODE, IN, "--", "/opt/hadoop/bin/hdfs", "dfs", *arguments)

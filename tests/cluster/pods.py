"""Pods as a test looks at them."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from stack.probes import wait_until
from tests.cluster.kubectl import get, kubectl
from tests.cluster.node.layout import NAMESPACE

IN = f"--namespace={NAMESPACE}"
READY_WITHIN_SECONDS = 180.0


def pods(**labels: str) -> list[Any]:
    """Those with these labels (`_` for `-`, without `app.kubernetes.io/`) that are not on their way out."""
    wanted = ",".join(f"app.kubernetes.io/{name}={value}" for name, value in labels.items())
    found = get("pods", IN, f"--selector={wanted}")
    return [pod for pod in found if "deletionTimestamp" not in pod["metadata"]]


def name_of(found: Mapping[str, Any]) -> str:
    """The name of an object."""
    return str(found["metadata"]["name"])


def is_ready(pod: Mapping[str, Any]) -> bool:
    """Whether all of its containers are."""
    return any(c["type"] == "Ready" and c["status"] == "True" for c in pod["status"].get("conditions", []))


def migrated() -> set[str]:
    """The services that a Job has migrated within the last hour."""
    jobs = [event["involvedObject"] for event in get("events", IN) if event["involvedObject"]["kind"] == "Job"]
    return {job["name"].removesuffix("-migrate") for job in jobs if job["name"].endswith("-migrate")}


def delete(pod: str) -> None:
    """Ask for its end; returns at once."""
    kubectl("delete", "pod", pod, IN, "--wait=false")


async def wait_replaced(before: Iterable[Mapping[str, Any]], **labels: str) -> None:
    """Return when these pods are gone and others are ready in their place, be it with the same names."""
    gone = {_id(pod) for pod in before}

    async def replaced() -> bool:
        now = pods(**labels)
        return bool(now) and all(map(is_ready, now)) and not {_id(pod) for pod in now} & gone

    assert await wait_until(replaced, READY_WITHIN_SECONDS), f"{labels}: {[_state(pod) for pod in pods(**labels)]}"


def _id(pod: Mapping[str, Any]) -> str:
    return str(pod["metadata"]["uid"])


def _state(pod: Mapping[str, Any]) -> str:
    return f"{name_of(pod)}: {json.dumps(pod['status'].get('containerStatuses', pod['status']))}"

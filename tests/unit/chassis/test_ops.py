"""Health, readiness and metrics over real HTTP."""

from aiohttp.test_utils import TestClient, TestServer

from chassis.errors import Retryable
from chassis.ops import Check, Heartbeat, ops_app


class Hands:
    """A clock whose hands the test moves."""

    now = 1_000_000

    def __call__(self) -> int:
        return self.now


async def fine() -> None:
    return None


async def away() -> None:
    raise Retryable("no broker answers")


async def status(path: str, heartbeat: Heartbeat, checks: dict[str, Check]) -> tuple[int, str]:
    async with TestClient(TestServer(ops_app(heartbeat, checks))) as client, client.get(path) as response:
        return response.status, await response.text()


async def test_ready_when_every_check_passes() -> None:
    assert (await status("/readyz", Heartbeat(Hands()), {"kafka": fine}))[0] == 200


async def test_not_ready_says_what_fails_and_why() -> None:
    code, body = await status("/readyz", Heartbeat(Hands()), {"kafka": away, "mariadb": fine})
    assert code == 503
    assert "no broker answers" in body
    assert "mariadb" not in body


async def test_alive_as_long_as_the_loop_moves() -> None:
    clock = Hands()
    heartbeat = Heartbeat(clock, stale_after_ms=10)
    assert (await status("/healthz", heartbeat, {}))[0] == 200
    clock.now += 11
    assert (await status("/healthz", heartbeat, {}))[0] == 503
    heartbeat.beat()
    assert (await status("/healthz", heartbeat, {}))[0] == 200


async def test_metrics_are_there() -> None:
    code, body = await status("/metrics", Heartbeat(Hands()), {})
    assert code == 200
    assert "process_resident_memory_bytes" in body

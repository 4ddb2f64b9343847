"""Small real programs that stand for the stack's processes in tests of the supervisor."""

from collections.abc import Callable

from stack.layout import Layout
from stack.probes import wait_until
from stack.spec import ProcessSpec

WAIT_FOR_THE_END = "while :; do sleep 0.05; done"


class Programs:
    """Makes programs that write into one journal when they start and when they are asked to end."""

    def __init__(self, layout: Layout) -> None:
        self._journal = layout.run / "journal"

    def spec(self, name: str, *, needs: tuple[str, ...] = (), then: str = WAIT_FOR_THE_END) -> ProcessSpec:
        """A program that is up once it has written that it starts; `then` is what it does from there, in shell."""

        async def ready() -> bool:
            return f"{name} starts" in self.journal()

        say = f">> {self._journal}"
        script = f"trap 'echo {name} ends {say}; exit 0' TERM; echo {name} starts {say}; {then}"
        return ProcessSpec(name=name, argv=("sh", "-c", script), needs=needs, ready=ready)

    def journal(self) -> list[str]:
        """What they wrote so far."""
        return self._journal.read_text().splitlines() if self._journal.exists() else []


async def eventually(condition: Callable[[], bool], seconds: float = 60.0) -> None:
    """Wait until the condition holds; fail after that many seconds."""

    async def holds() -> bool:
        return condition()

    assert await wait_until(holds, seconds)

"""The life of a Faust app inside our own process, which brings its own loop, signals, logs and health."""

import faust

from chassis.errors import Retryable


async def run_app(app: faust.App) -> None:
    """Run until cancelled. Raises what made the app crash, so that the process ends and is started again."""
    app.finalize()
    try:
        await app.start()
        await app.wait_until_stopped()
    finally:
        await app.stop()
    raise RuntimeError("the Faust app stopped by itself") from app.crash_reason


async def check_running(app: faust.App) -> None:
    """Raise Retryable while partitions are being given out or the table is being read back."""
    if not app.started or app.rebalancing or app.in_recovery or not app.consumer.assignment():
        raise Retryable("Faust has no partitions yet")

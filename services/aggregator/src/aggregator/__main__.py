"""`python -m aggregator worker|stream|rebuild`: answers and live totals; plays made durable; segments built anew."""

import argparse
import os

from chassis import logs, process


def main() -> None:
    """Run one process of the aggregator: the first two until SIGTERM, a rebuild until it is done."""
    parser = argparse.ArgumentParser(prog="python -m aggregator")
    processes = parser.add_subparsers(dest="process", required=True)
    processes.add_parser("worker", help="answer questions and keep live totals")
    processes.add_parser("stream", help="make plays durable as they come")
    rebuild = processes.add_parser("rebuild", help="build all segments anew from the plays")
    rebuild.add_argument("--person", metavar="ID", help="of this person only")
    arguments = parser.parse_args()
    if arguments.process == "worker":
        _worker()
    elif arguments.process == "stream":
        _stream()
    else:
        _rebuild(arguments.person)


# Each process imports its own parts only: Faust and Spark are slow to load, and large.


def _worker() -> None:
    # one thread a question: its passes are too short to be worth sharing, and two questions at once share the cores
    os.environ.setdefault("POLARS_MAX_THREADS", "1")
    from aggregator import bootstrap  # noqa: PLC0415
    from aggregator.settings import worker_from_environment  # noqa: PLC0415

    settings = worker_from_environment()
    logs.configure("aggregator-worker", settings.ops.log_level)
    process.run(lambda: bootstrap.worker(settings))


def _stream() -> None:
    from aggregator.jobs import bootstrap  # noqa: PLC0415
    from aggregator.settings import stream_from_environment  # noqa: PLC0415

    settings = stream_from_environment()
    logs.configure("aggregator-stream", settings.ops.log_level)
    process.run(lambda: bootstrap.stream(settings))


def _rebuild(person_id: str | None) -> None:
    from aggregator.jobs import bootstrap  # noqa: PLC0415
    from aggregator.settings import rebuild_from_environment  # noqa: PLC0415

    settings = rebuild_from_environment()
    logs.configure("aggregator-rebuild", settings.log_level)
    process.run(lambda: bootstrap.rebuild(settings, person_id))


if __name__ == "__main__":
    main()

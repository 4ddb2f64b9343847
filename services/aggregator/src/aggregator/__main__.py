"""`python -m aggregator worker|stream|migrate|rebuild|standings|definitions`.

Answers and live totals; plays made durable; tables as they must be; segments built anew; where people stand among
each other; what the statistics mean.
"""

import argparse
import json
import os
import sys

from chassis import logs, process


def main() -> None:
    """Run one process of the aggregator: the first two until SIGTERM, the others until they are done."""
    parser = argparse.ArgumentParser(prog="python -m aggregator")
    processes = parser.add_subparsers(dest="process", required=True)
    processes.add_parser("worker", help="answer questions and keep live totals")
    processes.add_parser("stream", help="make plays durable as they come")
    processes.add_parser("migrate", help="bring the tables to what this version needs")
    rebuild = processes.add_parser("rebuild", help="build all segments anew from the plays")
    rebuild.add_argument("--person", metavar="ID", help="of this person only")
    processes.add_parser("standings", help="compute standings and common taste of all who share")
    processes.add_parser("definitions", help="print the definition of each statistic as JSON")
    arguments = parser.parse_args()
    if arguments.process == "worker":
        _worker()
    elif arguments.process == "stream":
        _stream()
    elif arguments.process == "migrate":
        _migrate()
    elif arguments.process == "standings":
        _standings()
    elif arguments.process == "definitions":
        _definitions()
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


def _migrate() -> None:
    from aggregator import bootstrap  # noqa: PLC0415
    from aggregator.settings import worker_from_environment  # noqa: PLC0415

    settings = worker_from_environment()
    logs.configure("aggregator", settings.ops.log_level)
    process.run(lambda: bootstrap.prepare(settings))


def _stream() -> None:
    from aggregator.jobs import bootstrap  # noqa: PLC0415
    from aggregator.settings import stream_from_environment  # noqa: PLC0415

    settings = stream_from_environment()
    logs.configure("aggregator-stream", settings.ops.log_level)
    process.run(lambda: bootstrap.stream(settings))


def _rebuild(person_id: str | None) -> None:
    from aggregator.jobs import bootstrap  # noqa: PLC0415
    from aggregator.settings import batch_from_environment  # noqa: PLC0415

    settings = batch_from_environment()
    logs.configure("aggregator-rebuild", settings.log_level)
    process.run(lambda: bootstrap.rebuild(settings, person_id))


def _standings() -> None:
    from aggregator.jobs import bootstrap  # noqa: PLC0415
    from aggregator.settings import batch_from_environment  # noqa: PLC0415

    settings = batch_from_environment()
    logs.configure("aggregator-standings", settings.log_level)
    process.run(lambda: bootstrap.standings(settings))


def _definitions() -> None:
    from aggregator.domain.statistics.definitions import definitions  # noqa: PLC0415

    json.dump(definitions(), sys.stdout, ensure_ascii=False, indent=2)
    sys.stdout.write("\n")


if __name__ == "__main__":
    main()

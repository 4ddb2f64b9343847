"""`python -m aggregator worker`: answers and live totals."""

import argparse

from aggregator import bootstrap
from aggregator.settings import worker_from_environment
from chassis import logs, process


def main() -> None:
    """Run one process of the aggregator until SIGTERM."""
    parser = argparse.ArgumentParser(prog="python -m aggregator")
    parser.add_argument("process", choices=["worker"])
    parser.parse_args()
    settings = worker_from_environment()
    logs.configure("aggregator-worker", settings.ops.log_level)
    process.run(lambda: bootstrap.worker(settings))


if __name__ == "__main__":
    main()

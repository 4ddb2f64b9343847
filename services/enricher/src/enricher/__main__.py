"""`python -m enricher`: run the service. `python -m enricher migrate`: bring its tables to what it needs, and end."""

import argparse

from chassis import logs, process
from enricher import bootstrap
from enricher.settings import from_environment


def main() -> None:
    """Run until SIGTERM, or migrate."""
    parser = argparse.ArgumentParser(prog="python -m enricher", description="Without a command: serve")
    parser.add_argument("command", nargs="?", choices=["migrate"], help="bring the tables to what this version needs")
    run = bootstrap.prepare if parser.parse_args().command else bootstrap.main
    settings = from_environment()
    logs.configure("enricher", settings.ops.log_level)
    process.run(lambda: run(settings))


if __name__ == "__main__":
    main()

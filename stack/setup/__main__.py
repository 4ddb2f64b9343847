"""`python3 -m stack.setup [--tests]`: install and build what is missing; nothing where all is there."""

import argparse
import os
import sys
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from functools import partial

from stack.setup import debian, jars, python_env, web
from stack.setup.commands import SetupError

OLDEST_PYTHON = (3, 11)
WORTH_A_LINE_SECONDS = 1.0


def main() -> int:
    """The exit status: 0 when everything is there."""
    parser = argparse.ArgumentParser(prog="python3 -m stack.setup", description="Install and build what is missing")
    parser.add_argument("--tests", action="store_true", help="also what only the tests need")
    tests = parser.parse_args().tests
    own_hdfs = os.environ.get("NACHKLANG_CHECKPOINTS") == "hdfs"
    try:
        _set_up(debian.TO_TEST if tests else debian.TO_RUN, jars.ALL if tests or own_hdfs else jars.TO_RUN)
    except SetupError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _set_up(needs: Sequence[debian.Need], jar_folders: Sequence[str]) -> None:
    if sys.version_info < OLDEST_PYTHON:
        raise SetupError(f"Python 3.11 or newer is needed, this is {sys.version.split()[0]}: make PYTHON=python3.11 …")
    debian.install_missing(needs)
    steps: dict[str, Callable[[], None]] = {
        "python": python_env.build,
        "jars": partial(jars.build, jar_folders),
        "web": web.build,
    }
    with ThreadPoolExecutor(len(steps)) as pool:
        for done in as_completed([pool.submit(_timed, name, step) for name, step in steps.items()]):
            done.result()


def _timed(name: str, step: Callable[[], None]) -> None:
    began = time.monotonic()
    step()
    seconds = time.monotonic() - began
    if seconds > WORTH_A_LINE_SECONDS:
        print(f"{name}: set up in {seconds:.0f} s", flush=True)


if __name__ == "__main__":
    sys.exit(main())

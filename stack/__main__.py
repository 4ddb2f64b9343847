"""`python -m stack run [PROCESS …]`."""

import argparse
import os
import sys

from stack.programs import ProgramMissing
from stack.run import CannotRun, run
from stack.settings import SettingsError, read_settings


def main() -> int:
    """Read the command and do it; the exit status."""
    parser = argparse.ArgumentParser(prog="python -m stack", description="Nachklang on one machine, without containers")
    commands = parser.add_subparsers(dest="command", required=True)
    running = commands.add_parser("run", help="start everything, and stop it on Ctrl-C")
    running.add_argument("process", nargs="*", help="start only these, and what they need")
    arguments = parser.parse_args()
    try:
        run(read_settings(os.environ), arguments.process)
    except (CannotRun, SettingsError, ProgramMissing) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())

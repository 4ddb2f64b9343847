"""`python -m stack run [PROCESS …]` and `python -m stack job NAME [ARGUMENT …]`."""

import argparse
import os
import sys

from stack.job import JOBS, run_job
from stack.programs import ProgramMissing
from stack.run import CannotRun, run
from stack.settings import SettingsError, read_settings


def main() -> int:
    """Read the command and do it; the exit status."""
    parser = argparse.ArgumentParser(prog="python -m stack", description="Nachklang on one machine, without containers")
    commands = parser.add_subparsers(dest="command", required=True)
    running = commands.add_parser("run", help="start everything, and stop it on Ctrl-C")
    running.add_argument("process", nargs="*", help="start only these, and what they need")
    batch = commands.add_parser("job", help="run a command of a service on the stack that runs")
    batch.add_argument("job", choices=JOBS)
    batch.add_argument("argument", nargs=argparse.REMAINDER, help="of the job")
    arguments = parser.parse_args()
    try:
        settings = read_settings(os.environ)
        if arguments.command == "job":
            return run_job(settings, os.environ, arguments.job, arguments.argument)
        run(settings, arguments.process)
    except (CannotRun, SettingsError, ProgramMissing) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""`python -m tests.cluster up | down | run COMMAND …`: the node by hand, and programs that shall know it."""

import argparse
import os
import subprocess
import sys

from stack.programs import ProgramMissing
from tests.cluster.images.buildah import BuildError
from tests.cluster.node.down import down
from tests.cluster.node.up import NodeError
from tests.cluster.ready import environment, ready
from tests.cluster.tools import ToolError


def main() -> int:
    """The exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.cluster", description="A Kubernetes of one node, as root")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("up", help="bring the node up, with stand-in images and the definitions of operators")
    commands.add_parser("down", help="end it, and leave nothing behind but what was built")
    running = commands.add_parser("run", help="run a program that finds kubectl, helm, skaffold and the node")
    running.add_argument("argument", nargs=argparse.REMAINDER)
    arguments = parser.parse_args()
    try:
        if arguments.command == "up":
            ready()
        elif arguments.command == "down":
            down()
        else:
            return subprocess.run(arguments.argument, env=os.environ | environment(), check=False).returncode
    except (NodeError, BuildError, ToolError, ProgramMissing) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""`python -m tests.cluster.tools [NAME …]`: install these tools, or all, and print where each is."""

import argparse
import sys
import time

from tests.cluster.tools import TOOLS, ToolError, install


def main() -> int:
    """The exit status: 0 when all are there."""
    parser = argparse.ArgumentParser(prog="python -m tests.cluster.tools", description="Install the cluster's tools")
    parser.add_argument("name", nargs="*", metavar="NAME", help=f"one of: {', '.join(TOOLS)}")
    names = parser.parse_args().name or list(TOOLS)
    unknown = [name for name in names if name not in TOOLS]
    if unknown:
        parser.error(f"no such tool: {', '.join(unknown)}")
    for name in names:
        began = time.monotonic()
        try:
            folder = install(TOOLS[name])
        except ToolError as error:
            print(error, file=sys.stderr)
            return 1
        print(f"{name}: {folder} ({time.monotonic() - began:.0f} s)", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())

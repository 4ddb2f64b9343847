"""`python -m auth`: run the service. `python -m auth admin`: make a link for its first operator."""

import argparse
import asyncio
import sys

from auth import bootstrap
from auth.settings import AuthSettings, from_environment
from chassis import logs, process
from chassis.errors import Retryable


def main() -> None:
    """Run until SIGTERM, or print the link."""
    parser = argparse.ArgumentParser(prog="python -m auth", description="Who somebody is")
    parser.add_argument("command", nargs="?", choices=["admin"], help="print a link for a new operator")
    command = parser.parse_args().command
    settings = from_environment()
    if command == "admin":
        _admin(settings)
        return
    logs.configure("auth", settings.ops.log_level)
    process.run(lambda: bootstrap.main(settings))


def _admin(settings: AuthSettings) -> None:
    """Print a link that makes an operator's account, or end with the reason why there is none."""
    try:
        link = asyncio.run(bootstrap.invite_operator(settings))
    except Retryable as error:
        sys.exit(
            f"Nachklang does not run here: {error}\nStart it with `make run`, wait until it is ready, and ask again."
        )
    sys.stdout.write(
        f"Open this address within seven days to make an operator's account; it works once:\n\n  {link.url}\n"
    )


if __name__ == "__main__":
    main()

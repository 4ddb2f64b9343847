"""`python -m auth`: run the service. `python -m auth admin`: operators, for whoever runs the instance."""

import argparse
import asyncio
import sys

from auth import bootstrap
from auth.settings import AuthSettings, from_environment
from chassis import logs, process
from chassis.errors import Retryable

_NOT_RUNNING = "Nachklang does not run here: {}\nStart it with `make run`, wait until it is ready, and ask again."


def main() -> None:
    """Run until SIGTERM, or see to operators."""
    parser = argparse.ArgumentParser(prog="python -m auth", description="Who somebody is; without a command: serve")
    admin = parser.add_subparsers(dest="command").add_parser("admin", help="print a link for a new operator")
    admin.add_argument("--person", help="make an operator of somebody who is here: their id, as /api/v1/me says it")
    arguments = parser.parse_args()
    settings = from_environment()
    if arguments.command == "admin":
        try:
            sys.stdout.write(asyncio.run(_admin(settings, arguments.person)))
        except Retryable as error:
            sys.exit(_NOT_RUNNING.format(error))
        return
    logs.configure("auth", settings.ops.log_level)
    process.run(lambda: bootstrap.main(settings))


async def _admin(settings: AuthSettings, person_id: str | None) -> str:
    """What to tell the operator. Raises Retryable; exits for an unknown person."""
    if person_id is None:
        link = await bootstrap.invite_operator(settings)
        return f"Open this address within seven days to make an operator's account; it works once:\n\n  {link.url}\n"
    name = await bootstrap.appoint_operator(settings, person_id)
    if name is None:
        sys.exit(f"Nobody here has the id {person_id}. It is the `id` that /api/v1/me says to whoever is signed in.")
    return f"{name} is an operator now, and sees it within a minute.\n"


if __name__ == "__main__":
    main()

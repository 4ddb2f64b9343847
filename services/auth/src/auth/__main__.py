"""`python -m auth`: run the service. `python -m auth migrate`: bring its tables to what it needs, and end.

`python -m auth admin`: operators and forgotten passwords, for whoever runs it.
"""

import argparse
import asyncio
import sys

from auth import bootstrap
from auth.settings import AuthSettings, from_environment
from chassis import logs, process
from chassis.errors import Retryable

_NOT_RUNNING = "Nachklang does not run here: {}\nStart it with `make run`, wait until it is ready, and ask again."


def main() -> None:
    """Run until SIGTERM, migrate, or see to operators and forgotten passwords."""
    parser = argparse.ArgumentParser(prog="python -m auth", description="Who somebody is; without a command: serve")
    commands = parser.add_subparsers(dest="command")
    commands.add_parser("migrate", help="bring the tables to what this version needs")
    admin = commands.add_parser("admin", help="print a link for a new operator")
    instead = admin.add_mutually_exclusive_group()
    instead.add_argument("--person", help="make an operator of somebody who is here: their id, as /api/v1/me says it")
    instead.add_argument("--reset", metavar="LOGIN", help="print a link that sets a forgotten password anew")
    arguments = parser.parse_args()
    settings = from_environment()
    if arguments.command == "admin":
        try:
            sys.stdout.write(asyncio.run(_admin(settings, arguments.person, arguments.reset)))
        except Retryable as error:
            sys.exit(_NOT_RUNNING.format(error))
        return
    logs.configure("auth", settings.ops.log_level)
    run = bootstrap.prepare if arguments.command == "migrate" else bootstrap.main
    process.run(lambda: run(settings))


async def _admin(settings: AuthSettings, person_id: str | None, login: str | None) -> str:
    """What to tell the operator. Raises Retryable; exits for somebody who is not here."""
    if person_id is not None:
        return await _appoint(settings, person_id)
    if login is not None:
        return await _reset(settings, login)
    link = await bootstrap.invite_operator(settings)
    return f"Open this address within seven days to make an operator's account; it works once:\n\n  {link.url}\n"


async def _appoint(settings: AuthSettings, person_id: str) -> str:
    name = await bootstrap.appoint_operator(settings, person_id)
    if name is None:
        sys.exit(f"Nobody here has the id {person_id}. It is the `id` that /api/v1/me says to whoever is signed in.")
    return f"{name} is an operator now, and sees it within a minute.\n"


async def _reset(settings: AuthSettings, login: str) -> str:
    url = await bootstrap.make_reset_link(settings, login)
    if url is None:
        sys.exit(f"Nobody here signs in as {login}. It is the name that they enter beside their password.")
    return f"Whoever opens this address within a day sets the password of {login} anew; it works once:\n\n  {url}\n"


if __name__ == "__main__":
    main()

"""`python -m stack.double`: serve the double until SIGTERM or SIGINT."""

import os
import sys

from aiohttp import web

from stack.double.catalogue import CatalogueError
from stack.double.clock import wall_clock
from stack.double.http.app import create_app
from stack.double.settings import SettingsError, read_settings
from stack.double.world import create_world


def main() -> int:
    """Run; 2 if the environment or the catalogue cannot be used."""
    try:
        settings = read_settings(os.environ)
        world = create_world(settings, wall_clock)
    except (SettingsError, CatalogueError) as error:
        print(f"stack.double: {error}", file=sys.stderr)
        return 2
    print(f"The Spotify double listens on {settings.public_url}", flush=True)
    web.run_app(create_app(world), host=settings.host, port=settings.port, print=None, access_log=None)
    return 0


if __name__ == "__main__":
    sys.exit(main())

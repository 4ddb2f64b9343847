"""`python -m gateway`."""

from chassis.logs import configure
from chassis.process import run
from gateway.bootstrap import serve
from gateway.settings import from_environment


def main() -> None:
    """Serve until a signal asks to stop."""
    settings = from_environment()
    configure("gateway", settings.ops.log_level)
    run(lambda: serve(settings))


if __name__ == "__main__":
    main()

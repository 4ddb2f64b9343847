"""`python -m enricher`: run the service."""

from chassis import logs, process
from enricher import bootstrap
from enricher.settings import from_environment


def main() -> None:
    """Run until SIGTERM."""
    settings = from_environment()
    logs.configure("enricher", settings.ops.log_level)
    process.run(lambda: bootstrap.main(settings))


if __name__ == "__main__":
    main()

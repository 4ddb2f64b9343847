"""`python -m auth`: run the service."""

from auth import bootstrap
from auth.settings import from_environment
from chassis import logs, process


def main() -> None:
    """Run until SIGTERM."""
    settings = from_environment()
    logs.configure("auth", settings.ops.log_level)
    process.run(lambda: bootstrap.main(settings))


if __name__ == "__main__":
    main()

"""`python -m uploader`: run the service."""

from chassis import logs, process
from uploader import bootstrap
from uploader.settings import from_environment


def main() -> None:
    """Run until SIGTERM."""
    settings = from_environment()
    logs.configure("uploader", settings.ops.log_level)
    process.run(lambda: bootstrap.main(settings))


if __name__ == "__main__":
    main()

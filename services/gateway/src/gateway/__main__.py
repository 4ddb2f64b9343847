"""`python -m gateway`."""

import gc

from chassis.logs import configure
from chassis.process import run
from gateway.bootstrap import serve
from gateway.settings import from_environment

_ALLOCATIONS = 20_000
"""Between two collections. A report is a thousand objects that refer to each other one way only and go by themselves:
at Python's 700, collecting was a tenth of the gateway's time."""


def main() -> None:
    """Serve until a signal asks to stop."""
    settings = from_environment()
    configure("gateway", settings.ops.log_level)
    gc.freeze()  # what was imported stays: no collection looks at it again
    gc.set_threshold(_ALLOCATIONS)
    run(lambda: serve(settings))


if __name__ == "__main__":
    main()

"""helm, on the node: what an operator does after the first installation."""

import os
import subprocess

from stack.layout import REPOSITORY
from tests.cluster.pods import IN
from tests.cluster.ready import environment


class HelmError(AssertionError):
    """A command failed; the message has its words."""


def helm(*arguments: str) -> str:
    """Run it to its end; what it printed. Raises HelmError."""
    done = subprocess.run(
        ["helm", *arguments, IN],
        cwd=REPOSITORY,
        env=os.environ | environment(),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise HelmError(f"helm {' '.join(arguments)} ({done.returncode}): {done.stderr}{done.stdout}")
    return done.stdout


def upgrade(service: str, within: str = "180s", **values: str) -> None:
    """Roll a service out with other values (`__` for a dot in their names). Raises HelmError when it does not get
    ready."""
    others = [word for name, value in values.items() for word in ("--set-string", f"{name.replace('__', '.')}={value}")]
    helm("upgrade", service, f"charts/{service}", "--reuse-values", *others, "--wait", f"--timeout={within}")

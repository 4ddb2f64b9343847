"""skaffold, on the node."""

import os
import subprocess

from stack.layout import REPOSITORY
from tests.cluster.ready import environment

TAIL_LINES = 60


class SkaffoldError(AssertionError):
    """A command of skaffold failed; the message has the end of what it said."""


def skaffold(*arguments: str) -> str:
    """Run it to its end in the root of the repository; what it printed. Raises SkaffoldError."""
    done = subprocess.run(
        ["skaffold", *arguments],
        cwd=REPOSITORY,
        env=os.environ | environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode:
        tail = "\n".join(done.stdout.splitlines()[-TAIL_LINES:])
        raise SkaffoldError(f"skaffold {' '.join(arguments)} ({done.returncode}):\n{tail}")
    return done.stdout


def render(profile: str) -> str:
    """Everything that the profile deploys, as documents; without images of a build, and without network."""
    done = subprocess.run(
        ["skaffold", "render", "--offline", "--digest-source=tag", f"--profile={profile}"],
        cwd=REPOSITORY,
        env=os.environ | environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise SkaffoldError(f"skaffold render of {profile}: {done.stderr}")
    return done.stdout

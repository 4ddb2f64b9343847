"""`python -m stack job NAME …`: one batch job of the aggregator on the stack that runs."""

import subprocess
import sys
from collections.abc import Mapping, Sequence

from stack.parts import Parts, make_parts
from stack.process import environment
from stack.processes import STREAM, process_specs
from stack.settings import Settings

JOBS = ("rebuild", "standings")


def job_environment(parts: Parts, outer: Mapping[str, str]) -> dict[str, str]:
    """What a job is given: the environment of the stream, which runs where the jobs run. It opens no port."""
    spec = next(spec for spec in process_specs(parts) if spec.name == STREAM)
    return environment(outer, spec)


def run_job(settings: Settings, outer: Mapping[str, str], name: str, arguments: Sequence[str]) -> int:
    """Run it to its end in the terminal; its exit status."""
    env = job_environment(make_parts(settings), outer)
    return subprocess.run([sys.executable, "-m", "aggregator", name, *arguments], env=env, check=False).returncode

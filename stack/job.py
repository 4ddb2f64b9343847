"""`python -m stack job NAME …`: one command of a service on the stack that runs."""

import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from stack.parts import Parts, make_parts
from stack.process import environment
from stack.processes import STREAM, process_specs
from stack.settings import Settings


@dataclass(frozen=True, slots=True)
class Job:
    """A command of the program `module`, with the environment of `process`, which runs where the job runs."""

    module: str
    process: str


JOBS: Mapping[str, Job] = {
    "rebuild": Job("aggregator", STREAM),
    "standings": Job("aggregator", STREAM),
    "admin": Job("auth", "auth"),
}


def job_environment(parts: Parts, outer: Mapping[str, str], process: str = STREAM) -> dict[str, str]:
    """What a job is given: the environment of that process and no other secret. It opens no port."""
    spec = next(spec for spec in process_specs(parts) if spec.name == process)
    return environment(outer, spec)


def run_job(settings: Settings, outer: Mapping[str, str], name: str, arguments: Sequence[str]) -> int:
    """Run it to its end in the terminal; its exit status."""
    job = JOBS[name]
    env = job_environment(make_parts(settings), outer, job.process)
    return subprocess.run([sys.executable, "-m", job.module, name, *arguments], env=env, check=False).returncode

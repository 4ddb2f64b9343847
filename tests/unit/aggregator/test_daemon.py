"""Workers of Spark's are forks of a process that has everything imported: nothing may have been computed in it."""

import subprocess
import sys

WITHIN_S = 200

_SCRIPT = """
import os, sys
import aggregator.jobs.daemon
from aggregator.jobs.warm_up import _fold_record, _record

child = os.fork()
if child == 0:
    _fold_record(_record())
    os._exit(7)
_, status = os.waitpid(child, 0)
sys.exit(os.waitstatus_to_exitcode(status))
"""


def test_a_fork_of_it_can_fold() -> None:
    """A pool of threads that was started before the fork would let the child wait for ever."""
    done = subprocess.run([sys.executable, "-c", _SCRIPT], timeout=WITHIN_S, check=False)

    assert done.returncode == 7

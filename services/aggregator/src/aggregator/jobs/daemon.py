"""Spark's Python daemon with everything that the tasks need already imported: their workers are forks of it.

A worker that Spark lets go after a minute without work is back in milliseconds, and the forks share the memory of the
modules. Nothing may be computed here: threads do not survive a fork.
"""

from pyspark.daemon import manager

import chassis.database  # noqa: F401  # all three are imported for the workers
from chassis import logs

if __name__ == "__main__":
    logs.configure("aggregator-task")
    manager()

"""Spark's scheduling pools: they share the cores fairly, so whoever has none gets the next one that is free."""

from collections.abc import Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import contextmanager

from pyspark.sql import SparkSession


@contextmanager
def pool_thread(spark: SparkSession, name: str) -> Iterator[Executor]:
    """A thread whose Spark jobs are in the pool `name`: Spark knows them by the thread that starts them."""
    context = spark.sparkContext
    executor = ThreadPoolExecutor(1, name, lambda: context.setLocalProperty("spark.scheduler.pool", name))
    try:
        yield executor
    finally:
        executor.shutdown(wait=False, cancel_futures=True)

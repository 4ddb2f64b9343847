"""MariaDB's tables as Spark reads and writes them, by JDBC."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import pyarrow as pa
from py4j.protocol import Py4JError  # type: ignore[import-untyped]  # py4j ships no types
from pyspark.errors import PySparkException
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as F  # noqa: N812  # Spark's own name for it

from aggregator.domain.stored import PersonYear
from aggregator.jobs.columns import CONTENT
from chassis.errors import Retryable
from chassis.settings import MariaDbSettings

USER = "aggregator"
_DRIVER = "org.mariadb.jdbc.Driver"
_INSERTS = 500  # rows a round trip: larger ones measured no faster, and long titles must fit the heap
_FETCH = 500  # rows that a reader holds at once
_READERS = 4
_MINUTES_BEFORE = "TIMESTAMPDIFF(MINUTE, '1970-01-01', '{:04}-01-01')"
_FIRST_YEAR, _LAST_YEAR = 1970, 9998
# the driver's own classes for a connection that is refused, lost or closed, and for locks that took too long
_WORLD = ("ConnectionException", "SQLTransient", "Connection refused", "Lock wait timeout", "Deadlock found")


class SparkTables:
    """The staging table for writing, the plays for reading. Errors of the world are raised as Retryable."""

    def __init__(self, settings: MariaDbSettings) -> None:
        # Spark has a dialect for MySQL's URL only and would quote names in MariaDB's wrongly
        self._url = f"jdbc:mysql://{settings.host}:{settings.port}/{USER}?permitMysqlScheme=true&useBulkStmts=true"
        self._properties = {"driver": _DRIVER, "user": USER, "password": settings.password.reveal()}

    def stage(self, plays: DataFrame, token: bytes) -> None:
        """Append `plays` (jobs/plays.py) to `stage_plays` under `token`.

        Bytes, for Spark writes a number into the code that it generates: each batch would be compiled anew.
        """
        frame = plays.select(F.lit(token).alias("token"), "*")
        properties = self._properties | {"batchsize": str(_INSERTS), "isolationLevel": "READ_COMMITTED"}
        with _world():
            frame.write.jdbc(self._url, "stage_plays", mode="append", properties=properties)

    def read(self, spark: SparkSession, years: Sequence[PersonYear]) -> pa.Table:
        """Every stored play of these years: `person_id`, `year`, `identity` and the content, in no order."""
        parts = [years[start::_READERS] for start in range(min(_READERS, len(years)))]
        predicates = [" OR ".join(_of(year) for year in part) for part in parts]
        columns = ", ".join(("person_id", "minute", "identity", *CONTENT))
        with _world():
            plays = spark.read.jdbc(
                self._url,
                f"(SELECT {columns} FROM serving.plays) AS plays",  # noqa: S608  # our own column names
                predicates=predicates,
                properties=self._properties | {"fetchsize": str(_FETCH)},
            )
            year = F.year(F.timestamp_seconds(F.col("minute").cast("long") * 60))
            return plays.select("person_id", year.alias("year"), "identity", *CONTENT).toArrow()


def _of(person_year: PersonYear) -> str:
    """A range of the primary key. The id is hexadecimal digits by contract, so it needs no quoting."""
    person_id, year = person_year
    if not person_id.isalnum() or not _FIRST_YEAR <= year <= _LAST_YEAR:
        raise ValueError(f"no person's year: {person_year!r}")
    first, end = _MINUTES_BEFORE.format(year), _MINUTES_BEFORE.format(year + 1)
    return f"(person_id = '{person_id}' AND minute >= {first} AND minute < {end})"


@contextmanager
def _world() -> Iterator[None]:
    try:
        yield
    except (PySparkException, Py4JError) as error:
        signs = [line for line in str(error).splitlines() if any(sign in line for sign in _WORLD)]
        if signs:
            raise Retryable(f"MariaDB by JDBC: {signs[0]}") from error
        raise

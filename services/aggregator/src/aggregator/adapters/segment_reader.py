"""The segments of many people one after the other, read where Spark works."""

from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass

import pymysql

from chassis.settings import MariaDbSettings

USER = "aggregator"
_SEGMENTS = "SELECT body FROM serving.segments WHERE person_id = %s ORDER BY year"


@dataclass(frozen=True)
class MariaDbSegmentReader:
    """Implements the port `SegmentReader`: travels to a task and connects there, for as long as it reads."""

    settings: MariaDbSettings

    def __call__(self, people: Iterable[str]) -> Iterator[tuple[str, list[bytes]]]:
        """Each person with their segments in the order of the years: one statement, so all of one revision."""
        with closing(self._connect()) as connection, connection.cursor() as cursor:
            for person_id in people:
                cursor.execute(_SEGMENTS, (person_id,))
                yield person_id, [body for (body,) in cursor.fetchall()]

    def _connect(self) -> pymysql.Connection:
        where = {"host": self.settings.host, "port": self.settings.port}
        return pymysql.connect(**where, user=USER, password=self.settings.password.reveal(), autocommit=True)

"""Logs are JSON lines on standard error: time, level, service, message, correlation id, trace parent, extra fields."""

import json
import logging
import sys
from datetime import UTC, datetime

from chassis.context import correlation_id, traceparent

_STANDARD = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName"}
_SECRET_WORDS = ("token", "secret", "password", "authorization", "cookie", "code_verifier")


class JsonFormatter(logging.Formatter):
    """One JSON object a line. Fields whose names speak of secrets are replaced by stars."""

    def __init__(self, service: str) -> None:
        super().__init__()
        self._service = service

    def format(self, record: logging.LogRecord) -> str:
        """The record as a line."""
        line: dict[str, object] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "service": self._service,
            "logger": record.name,
            "message": record.getMessage(),
            "correlation_id": correlation_id.get(),
            "traceparent": traceparent.get(),
        }
        line.update({key: _redacted(key, value) for key, value in vars(record).items() if key not in _STANDARD})
        if record.exc_info:
            line["error"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False, default=str)


def configure(service: str, level: str = "INFO") -> None:
    """Send all logs of this process to standard error as JSON lines."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonFormatter(service))
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for chatty in ("aiokafka", "faust", "mode", "aiohttp.access", "py4j"):
        logging.getLogger(chatty).setLevel(logging.WARNING)


def _redacted(key: str, value: object) -> object:
    return "***" if any(word in key.lower() for word in _SECRET_WORDS) else value

"""Every request is counted, timed and followed: a correlation id from here through all services."""

import logging
import re
import time
from functools import lru_cache

from aiohttp import web
from aiohttp.http_exceptions import HttpProcessingError
from aiohttp.typedefs import Handler
from prometheus_client import Counter, Histogram

from chassis import context

CORRELATION_HEADER = "X-Correlation-Id"

_ID = re.compile(r"[A-Za-z0-9_-]{8,64}")
_FIRST_ERROR = 400
_MOST_SERIES = 1024
_LOG = logging.getLogger(__name__)

_REQUESTS = Counter("gateway_requests", "Requests answered", ["method", "route", "status"])
_SECONDS = Histogram(
    "gateway_request_seconds",
    "Time until a request was answered, whole streams included",
    ["method", "route"],
    buckets=(0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15, 60),
)


class _WithoutContent(logging.Filter):
    """Requests that can't be read are logged without what stood in them: that may be a cookie."""

    def filter(self, record: logging.LogRecord) -> bool:
        if record.exc_info and isinstance(record.exc_info[1], HttpProcessingError):
            record.exc_info, record.levelno, record.levelname = None, logging.WARNING, "WARNING"
        return True


def server_log() -> logging.Logger:
    """The log of the HTTP server itself."""
    log = logging.getLogger(f"{__name__}.server")
    if not log.filters:
        log.addFilter(_WithoutContent())
    return log


@web.middleware
async def observed(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Carry the caller's correlation id and trace parent, or begin new ones; count and time the request."""
    given = request.headers.get(CORRELATION_HEADER, "")
    correlation = given if _ID.fullmatch(given) else context.new_correlation_id()
    request[CORRELATION_HEADER] = correlation
    started = time.perf_counter()
    status = 500
    with context.working_on(correlation, request.headers.get("traceparent", "")):
        try:
            response = await handler(request)
            status = response.status
            return response
        except web.HTTPException as redirect:
            status = redirect.status
            raise
        finally:
            _observe(request, status, time.perf_counter() - started)


def _observe(request: web.Request, status: int, seconds: float) -> None:
    resource = request.match_info.route.resource
    route = resource.canonical if resource else "none"
    _requests(request.method, route, status).inc()
    _seconds(request.method, route).observe(seconds)
    level = logging.INFO if status >= _FIRST_ERROR or request.method != "GET" else logging.DEBUG
    if _LOG.isEnabledFor(level):
        fields = {"method": request.method, "route": route, "status": status, "ms": round(seconds * 1000, 1)}
        _LOG.log(level, "request", extra=fields)


@lru_cache(maxsize=_MOST_SERIES)
def _requests(method: str, route: str, status: int) -> Counter:
    return _REQUESTS.labels(method, route, str(status))


@lru_cache(maxsize=_MOST_SERIES)
def _seconds(method: str, route: str) -> Histogram:
    return _SECONDS.labels(method, route)

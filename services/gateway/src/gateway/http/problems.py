"""One place where errors become problems."""

import logging

from aiohttp import web
from aiohttp.typedefs import Handler

from chassis.errors import Retryable
from chassis.rpc import NoReply, RequestRefused
from gateway.domain.problems import (
    INTERNAL,
    INVALID_REQUEST,
    NO_ANSWER,
    NOT_FOUND,
    SIGN_IN_REFUSED,
    TOO_LARGE,
    UNAVAILABLE,
    WRONG_METHOD,
    ProblemKind,
    Refused,
)
from gateway.domain.refusals import refused_by
from gateway.http.responses import problem, problem_page, wants_page

ERRORS_AS_PAGE = web.RequestKey("errors_as_page", bool)
_SOON = {"Retry-After": "5"}
_LOG = logging.getLogger(__name__)

_HTTP_KINDS = {404: NOT_FOUND, 405: WRONG_METHOD, 413: TOO_LARGE}
_FIRST_ERROR = 400


@web.middleware
async def problems(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Whatever a handler raises becomes a problem; what nobody expected is logged and becomes one without details."""
    try:
        return await handler(request)
    except web.HTTPException as error:
        if error.status < _FIRST_ERROR:
            raise
        refused = _of_http(error)
    except Exception as error:  # the last line of defence: a fault in one request must not end the others
        refused = as_refused(error)
        if refused.kind is INTERNAL:
            _LOG.exception("a request failed")
    page = request.get(ERRORS_AS_PAGE, False) and wants_page(request)
    response = problem_page(_in_words(refused)) if page else problem(refused)
    if not request.content.at_eof():
        response.force_close()  # the rest of the body is not read
    return response


def as_refused(error: Exception) -> Refused:
    """`error` as the problem that the caller sees."""
    match error:
        case Refused():
            return error
        case RequestRefused():
            return refused_by(error.failure)
        case NoReply():
            return Refused(NO_ANSWER, "A part of the service did not answer in time. Try again in a moment.", _SOON)
        case Retryable():
            return Refused(UNAVAILABLE, "A part of the service does not answer. Try again in a moment.", _SOON)
    return Refused(
        INTERNAL, "This should not happen, and it was noted. Try again; if it stays, tell who runs this site."
    )


def _of_http(error: web.HTTPException) -> Refused:
    """aiohttp's own errors: unknown addresses, wrong methods, bodies that are too large, requests that are none."""
    details = {
        404: "There is nothing at this address. /api/docs lists what there is.",
        405: "This address knows other methods; the header Allow names them.",
        413: "This body is larger than anything that is read here.",
    }
    kind = _HTTP_KINDS.get(error.status) or ProblemKind("http", error.status, error.reason)
    headers = {name: value for name, value in error.headers.items() if name in {"Allow", "Retry-After"}}
    return Refused(kind, details.get(error.status, error.reason), headers)


def _in_words(refused: Refused) -> Refused:
    """On a page for people a refused sign-in is called that, not an unreadable request."""
    if refused.kind is INVALID_REQUEST:
        return Refused(SIGN_IN_REFUSED, refused.detail, refused.headers)
    return refused

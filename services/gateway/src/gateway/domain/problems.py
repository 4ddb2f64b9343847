"""What can go wrong for a caller: RFC 9457 problems with a stable `type`, and the exception that carries one."""

from collections.abc import Mapping
from typing import NamedTuple

import msgspec


class ProblemKind(NamedTuple):
    """One kind of problem; its `type` is `/problems/<name>` and never changes."""

    name: str
    status: int
    title: str

    @property
    def type(self) -> str:
        """The stable reference by which clients tell problems apart."""
        return f"/problems/{self.name}"


class Problem(msgspec.Struct, frozen=True, kw_only=True):
    """`application/problem+json`: what happened, and in `detail` what to do."""

    type: str
    title: str
    status: int
    detail: str


class Refused(Exception):
    """A request that gets a problem instead of an answer."""

    def __init__(self, kind: ProblemKind, detail: str, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(f"{kind.name}: {detail}")
        self.kind = kind
        self.detail = detail
        self.headers = dict(headers or {})

    def document(self) -> Problem:
        """The problem as it is sent."""
        return Problem(type=self.kind.type, title=self.kind.title, status=self.kind.status, detail=self.detail)


INVALID_REQUEST = ProblemKind("invalid-request", 400, "The request can't be read")
INVALID_WINDOW = ProblemKind("invalid-window", 400, "This is no period of time")
EMPTY_UPLOAD = ProblemKind("empty-upload", 400, "The upload is empty")
SIGN_IN_REFUSED = ProblemKind("sign-in-refused", 400, "Sign-in did not work")
PASSWORD_REFUSED = ProblemKind("password-refused", 400, "The password is not right")
WEAK_PASSWORD = ProblemKind("weak-password", 400, "This password is too weak")
INVITATION_OVER = ProblemKind("invitation-over", 400, "This link is over")
INVALID_LOGIN = ProblemKind("invalid-login", 400, "This is no login")
INVALID_NAME = ProblemKind("invalid-name", 400, "This is no name")
NOT_SIGNED_IN = ProblemKind("not-signed-in", 401, "Not signed in")
CSRF = ProblemKind("csrf", 403, "The request lacks its CSRF token")
FORBIDDEN = ProblemKind("forbidden", 403, "Not allowed")
NOT_FOUND = ProblemKind("not-found", 404, "Nothing here")
WRONG_METHOD = ProblemKind("wrong-method", 405, "This address does not do that")
BODY_STALLED = ProblemKind("body-stalled", 408, "The body stopped arriving")
UPLOAD_STALLED = ProblemKind("upload-stalled", 408, "The upload stopped arriving")
LOGIN_TAKEN = ProblemKind("login-taken", 409, "This login is taken")
TOO_LARGE = ProblemKind("too-large", 413, "The body is too large")
UNSUPPORTED_TYPE = ProblemKind("unsupported-type", 415, "This content type is not read here")
TOO_MANY_SHARES = ProblemKind("too-many-shares", 409, "There are too many shares")
TOO_MANY_ATTEMPTS = ProblemKind("too-many-attempts", 429, "Too many attempts")
TOO_MANY_EXPORTS = ProblemKind("too-many-exports", 429, "Too many exports at once")
INTERNAL = ProblemKind("internal", 500, "Something broke here")
UNAVAILABLE = ProblemKind("unavailable", 503, "A part of the service does not answer")
NO_ANSWER = ProblemKind("no-answer", 504, "No answer came in time")

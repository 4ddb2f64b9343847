"""An operation of the interface: declared once, then served by this declaration and described by it."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from aiohttp import web

from contracts.messages.people import Profile
from gateway.domain.problems import ProblemKind
from gateway.handlers.identity import CredentialKind

Q = TypeVar("Q")
B = TypeVar("B")


@dataclass(frozen=True)
class Caller:
    """Who asks, and by which credential."""

    profile: Profile
    kind: CredentialKind
    secret: str

    @property
    def session_secret(self) -> str | None:
        """The secret of the session that asks, None for a token."""
        return self.secret if self.kind == "session" else None


@dataclass(frozen=True)
class Call(Generic[Q, B]):
    """One request with what its operation declares: query and body are read and valid.

    `still_admitted` looks again whether the caller's credential holds, for answers that take long.
    """

    request: web.Request
    query: Q
    body: B
    admitted: Caller | None
    still_admitted: Callable[[], Awaitable[bool]]

    @property
    def caller(self) -> Caller:
        """Who asks; only operations for everybody have none."""
        if self.admitted is None:
            raise RuntimeError("this operation is open to everybody")
        return self.admitted

    @property
    def profile(self) -> Profile:
        """The profile of who asks."""
        return self.caller.profile

    def path(self, name: str) -> str:
        """A variable part of the address."""
        return self.request.match_info[name]


Handler = Callable[[Call[Any, Any]], Awaitable[web.StreamResponse]]


@dataclass(frozen=True)
class Answer:
    """What an operation answers with. `schema` is a type that msgspec knows; `text` bodies have none.

    `example` is one such answer.
    """

    description: str
    schema: Any = None
    media_type: str | None = "application/json"
    headers: Mapping[str, str] = field(default_factory=dict)
    example: object = None


@dataclass(frozen=True)
class Operation:
    """Method, path and everything that is said about them.

    `for_person`: needs a session or token. `query` and `body` are msgspec structs that are read before the handler
    runs; `body_example` is such a body. `uploads` are content types of a body that the handler reads itself, as a
    stream. `errors_as_page`: people see its errors in the browser. `own_page_only`: a browser that sends it from a page
    of another site is refused, for there is no CSRF token before somebody is signed in.
    """

    method: str
    path: str
    tag: str
    summary: str
    handler: Handler
    answers: Mapping[int, Answer]
    description: str = ""
    for_person: bool = True
    query: type | None = None
    body: type | None = None
    body_example: object = None
    uploads: tuple[str, ...] = ()
    upload_headers: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[ProblemKind, ...] = ()
    errors_as_page: bool = False
    own_page_only: bool = False

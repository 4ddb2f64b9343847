"""What another service refuses, as the problem that the caller sees."""

from collections.abc import Mapping

from contracts.messages import RequestFailed
from gateway.domain.problems import (
    FORBIDDEN,
    INVALID_LOGIN,
    INVALID_NAME,
    INVALID_REQUEST,
    INVITATION_OVER,
    LOGIN_TAKEN,
    NOT_FOUND,
    NOT_SIGNED_IN,
    PASSWORD_REFUSED,
    TOO_MANY_ATTEMPTS,
    TOO_MANY_SHARES,
    UNAVAILABLE,
    WEAK_PASSWORD,
    ProblemKind,
    Refused,
)

_KINDS: Mapping[str, ProblemKind] = {
    "too_many_attempts": TOO_MANY_ATTEMPTS,
    "too_many_shares": TOO_MANY_SHARES,
    "password_refused": PASSWORD_REFUSED,
    "weak_password": WEAK_PASSWORD,
    "invitation_over": INVITATION_OVER,
    "login_taken": LOGIN_TAKEN,
    "invalid_login": INVALID_LOGIN,
    "another_login": INVALID_LOGIN,
    "invalid_name": INVALID_NAME,
    "not_admin": FORBIDDEN,
    "unknown_person": NOT_SIGNED_IN,
}
"""By the codes of the contract; what is not here is a request that can't be carried out as it is."""

_SOON_S = 5


def refused_by(failure: RequestFailed) -> Refused:
    """The problem for a refusal, with the moment to try again where there is one."""
    kind = _KINDS.get(failure.code)
    if kind is None and failure.retryable:
        kind = UNAVAILABLE
    if kind is None:
        kind = NOT_FOUND if failure.code.endswith("not_found") else INVALID_REQUEST
    after = failure.retry_after_s or (_SOON_S if kind is UNAVAILABLE else None)
    return Refused(kind, failure.detail, {} if after is None else {"Retry-After": str(after)})

"""Why a request about local accounts and their sessions is refused."""

from auth.domain.refusals import Refusal

_MINUTE_S = 60
_SOON_S = 3


def not_admin() -> Refusal:
    """Only operators invite."""
    return Refusal("not_admin", "Only an operator of this instance can invite. Ask one of them to do it.")


def invitation_over() -> Refusal:
    """Unknown, taken, revoked or too old: nobody is told which."""
    return Refusal(
        "invitation_over",
        "This link is over: it was used already, was taken back, or is too old. Ask for a new one.",
    )


def another_login(login: str) -> Refusal:
    """The link is bound to one person. Whoever has it may see who that is."""
    return Refusal(
        "another_login", f"This link sets the password of {login} anew, and of nobody else. Use it for that."
    )


def invitation_exists() -> Refusal:
    """The hash is another operator's."""
    return Refusal("invitation_exists", "This invitation exists already. Make another one.")


def login_taken() -> Refusal:
    """Somebody has it."""
    return Refusal("login_taken", "Somebody here has this login already. Choose another one.")


def invalid_login() -> Refusal:
    """Too short, too long, or of other characters."""
    return Refusal(
        "invalid_login", "A login has 3 to 32 characters of a to z, 0 to 9, dot, hyphen and underscore. Change it."
    )


def invalid_name() -> Refusal:
    """Empty, too long, or with characters that cannot be seen."""
    return Refusal("invalid_name", "A name has 1 to 100 characters, all of which can be seen. Change it.")


def weak_password() -> Refusal:
    """Too short, too long, or the login."""
    return Refusal(
        "weak_password",
        "A password has 10 to 200 characters and is not the login. Choose another; three words will do.",
    )


def password_refused() -> Refusal:
    """Wrong, whether the login exists or not."""
    return Refusal("password_refused", "Login and password do not fit. Check both and try again.")


def too_many_attempts(retry_after_s: int) -> Refusal:
    """Guessing is made slow."""
    minutes = -(-retry_after_s // _MINUTE_S)
    wait = f"{minutes} minutes" if minutes > 1 else f"{retry_after_s} seconds"
    return Refusal(
        "too_many_attempts", f"There were too many wrong passwords. Wait {wait}, then try again.",
        retry_after_s=retry_after_s,
    )  # fmt: skip


def too_busy() -> Refusal:
    """Checking passwords is slow by design, and more would wait than get an answer in time."""
    return Refusal(
        "too_busy", "Too many people are signing in just now. Try again in a few seconds.",
        retryable=True, retry_after_s=_SOON_S,
    )  # fmt: skip


def no_local_account() -> Refusal:
    """There is no password to change."""
    return Refusal("no_local_account", "This account has no password: it signs in with Spotify. Change it there.")


def sealed_with_another_key() -> Refusal:
    """The operator changed the key, or it is no sealed box."""
    return Refusal(
        "unreadable", "The password could not be read. Load the page anew and enter it again.", retryable=True
    )


def signed_out_while_connecting() -> Refusal:
    """The browser's session is not that of the person who wanted Spotify connected."""
    return Refusal(
        "connect_signed_out",
        "You were signed out, or signed in as somebody else, while Spotify was to be connected. Sign in to your "
        "account and connect Spotify again.",
    )


def spotify_account_taken() -> Refusal:
    """It opens somebody else's account here."""
    return Refusal(
        "spotify_account_taken",
        "This Spotify account belongs to another account of this instance. Sign in with Spotify to use that one, or "
        "choose another Spotify account.",
    )

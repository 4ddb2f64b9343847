"""Why a request is refused: a code for programs and a sentence that says what to do."""

from dataclasses import dataclass


@dataclass(eq=False)  # not frozen: raising sets attributes
class Refusal(Exception):
    """The request was understood and is refused. `retryable`: the same may succeed a little later.

    `retry_after_s`: so many seconds from now on it is refused again.
    """

    code: str
    detail: str
    retryable: bool = False
    retry_after_s: int | None = None


def denied() -> Refusal:
    """The person said no at Spotify."""
    return Refusal(
        "sign_in_denied", "You did not agree at Spotify, so nothing was done. Sign in again and choose Agree."
    )


def unknown_state() -> Refusal:
    """The state is missing, used, too old, or of another browser."""
    return Refusal(
        "sign_in_expired",
        "This sign-in is over: it took more than ten minutes, was used already, or began in another browser. "
        "Sign in again.",
    )


def code_refused() -> Refusal:
    """Spotify takes the code no more."""
    return Refusal("sign_in_code_refused", "Spotify no longer accepts this sign-in. Sign in again.")


def spotify_error(error: str) -> Refusal:
    """Spotify sent the browser back with an error other than a denial. `error` comes from the address."""
    shown = "".join(character for character in error[:64] if character.isalnum() or character in "_-")
    return Refusal("sign_in_failed", f"Spotify ended the sign-in with the error “{shown}”. Sign in again.")


def no_application() -> Refusal:
    """There is nothing at Spotify to sign in with."""
    return Refusal(
        "spotify_not_set_up",
        "This instance has no application at Spotify, so nobody can sign in with Spotify here. Sign in with a login "
        "and a password; the operator can invite you.",
    )


def client_refused() -> Refusal:
    """Spotify does not know the application."""
    return Refusal(
        "spotify_client_refused",
        "Spotify does not accept this instance's application. The operator has to check SPOTIFY_CLIENT_ID and "
        "SPOTIFY_CLIENT_SECRET against Spotify's developer dashboard.",
    )


def not_registered() -> Refusal:
    """The person is not among the application's users."""
    return Refusal(
        "spotify_user_not_registered",
        "This Spotify account is not on the list of people who may use this instance. The operator has to add it in "
        "Spotify's developer dashboard, under User Management; then sign in again.",
    )


def owner_without_premium() -> Refusal:
    """The application's owner has no Premium."""
    return Refusal(
        "spotify_owner_without_premium",
        "Spotify has closed this instance's application because its owner has no Premium subscription. The operator "
        "has to renew it; Spotify may need a few hours to notice.",
    )


def spotify_refused() -> Refusal:
    """Spotify refuses for a reason that we do not know."""
    return Refusal(
        "spotify_refused",
        "Spotify refused to say who you are. Sign in again; if it happens again, the operator finds the reason in the "
        "log of the auth service.",
    )


def spotify_unavailable() -> Refusal:
    """Spotify does not answer."""
    return Refusal(
        "spotify_unavailable", "Spotify does not answer just now. Wait a moment, then sign in again.", retryable=True
    )


def access_refused() -> Refusal:
    """Spotify gives access and then does not take it."""
    return Refusal(
        "spotify_access_refused",
        "Spotify does not accept the access to your account that it has just given. Connect Spotify again.",
    )


def key_missing() -> Refusal:
    """What Spotify gave us was sealed with a key that this process does not have."""
    return Refusal(
        "spotify_key_missing",
        "This instance cannot open its access to your Spotify account. The operator has to put the key that is missing "
        "back into NACHKLANG_TOKEN_KEY, or you connect Spotify again.",
        retryable=True,
    )


def unknown_person() -> Refusal:
    """Nobody has this id."""
    return Refusal("unknown_person", "There is no such person here any more. Sign in again.")


def invalid_time_zone() -> Refusal:
    """No zone of the IANA database."""
    return Refusal("invalid_time_zone", "This is no IANA time zone. Use a name such as Europe/Berlin or UTC.")


def invalid_locale() -> Refusal:
    """No language tag."""
    return Refusal("invalid_locale", "This is no language tag. Use one such as en, de or pt-BR.")


def invalid_token_name() -> Refusal:
    """Empty or too long."""
    return Refusal("invalid_token_name", "A token's name has 1 to 100 characters.")


def token_exists() -> Refusal:
    """The hash is somebody else's."""
    return Refusal("token_exists", "This token exists already. Make another one.")

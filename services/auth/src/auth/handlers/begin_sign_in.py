"""`begin-sign-in`: make state and verifier, say where to send the browser."""

from auth.domain.sign_ins import SignIn, new_state, new_verifier
from auth.ports import SignIns
from auth.spotify_ports import Spotify
from chassis.clock import Clock
from contracts.keys import credential_hash
from contracts.messages.people import BeginSignIn, SignInBegun
from contracts.next_path import safe_next


class BeginSignInHandler:
    """Consumes BeginSignIn, answers SignInBegun. Twice: two sign-ins are under way, and either may be completed."""

    def __init__(self, spotify: Spotify, sign_ins: SignIns, clock: Clock) -> None:
        self._spotify = spotify
        self._sign_ins = sign_ins
        self._clock = clock

    async def __call__(self, request: BeginSignIn) -> SignInBegun:
        """Only the hash of the state is kept: what lies in the database opens no session."""
        state, verifier = new_state(), new_verifier()
        sign_in = SignIn(request.nonce_hash, verifier, safe_next(request.next), self._clock(), connects=request.connect)
        await self._sign_ins.begin(credential_hash(state), sign_in)
        return SignInBegun(authorize_url=self._spotify.authorize_url(state, verifier))

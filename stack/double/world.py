"""Everything that one running double consists of, put together once."""

from collections import Counter
from dataclasses import dataclass, field

from stack.double.catalogue import BUNDLED, Catalogue, read_catalogue
from stack.double.clock import Clock
from stack.double.codes import Codes
from stack.double.finder import Finder
from stack.double.limits import Limits
from stack.double.settings import Settings
from stack.double.switches import SwitchBoard
from stack.double.tokens import Grant, TokenMint


@dataclass(slots=True)
class World:
    """The double's state."""

    settings: Settings
    clock: Clock
    switches: SwitchBoard
    catalogue: Catalogue
    finder: Finder
    codes: Codes
    mint: TokenMint
    limits: Limits
    calls: Counter[str] = field(default_factory=Counter)
    """How often what was asked for."""
    renewals: Counter[str] = field(default_factory=Counter)
    """How often each person's refresh token was brought, accepted or not."""
    agreed: dict[str, frozenset[str]] = field(default_factory=dict)
    """The scopes that each person consented to."""
    ended: dict[str, int] = field(default_factory=dict)
    """Grants given to a person before this moment (unix ms) were revoked."""
    spent: set[str] = field(default_factory=set)
    """Serials of refresh tokens that were rotated away."""

    def now(self) -> int:
        """The double's time in unix ms."""
        return self.clock() + self.switches.now.clock_offset_ms

    def is_revoked(self, grant: Grant) -> bool:
        """True if the person has removed the application since."""
        if grant.person is None:
            return False
        return grant.person in self.switches.now.revoked or grant.authorized_at < self.ended.get(grant.person, 0)

    def authorize(self, person: str, scopes: tuple[str, ...]) -> None:
        """Remember a person's consent; what they revoked before stays revoked."""
        if person in self.switches.now.revoked:
            self.ended[person] = self.now()
            self.switches.forgive(person)
        self.agreed[person] = self.agreed.get(person, frozenset()) | set(scopes)


def create_world(settings: Settings, clock: Clock) -> World:
    """A double with its catalogue read; raises CatalogueError."""
    catalogue = Catalogue(read_catalogue(settings.catalogue or BUNDLED))
    switches = SwitchBoard()
    return World(
        settings=settings,
        clock=clock,
        switches=switches,
        catalogue=catalogue,
        finder=Finder(catalogue, switches),
        codes=Codes(),
        mint=TokenMint(settings.client_secret),
        limits=Limits(),
    )

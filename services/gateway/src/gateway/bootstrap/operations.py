"""Everything that a gateway serves and describes, put together."""

import secrets
from pathlib import Path

from chassis.clock import system_clock
from gateway.adapters.chunks import KafkaChunks
from gateway.adapters.http_status import fetch_status
from gateway.adapters.languages import read_languages
from gateway.adapters.share_picture import SharePicture
from gateway.bootstrap.parts import Parts
from gateway.domain.addresses import networks
from gateway.handlers.account import Account
from gateway.handlers.export import Export
from gateway.handlers.export_account import ExportAccount
from gateway.handlers.export_places import ExportPlaces
from gateway.handlers.imports import Imports
from gateway.handlers.invitations import Invitations
from gateway.handlers.leaving import Leaving
from gateway.handlers.local_accounts import LocalAccounts
from gateway.handlers.matches import Matches
from gateway.handlers.opening import Opening
from gateway.handlers.people import People
from gateway.handlers.plays import Plays
from gateway.handlers.readiness import Readiness, path_checks, remote_checks
from gateway.handlers.receive_upload import UploadReceiver
from gateway.handlers.samples import Samples
from gateway.handlers.sealer import Sealer
from gateway.handlers.sessions import Sessions
from gateway.handlers.share_pages import SharePages
from gateway.handlers.shares import Shares
from gateway.handlers.sign_in import SignIn
from gateway.http.browsers import Browsers
from gateway.http.openapi import document
from gateway.http.operation import Operation
from gateway.http.routes.events import EventRoutes
from gateway.http.routes.export import ExportRoutes
from gateway.http.routes.feed import FeedRoutes
from gateway.http.routes.invitations import InvitationRoutes
from gateway.http.routes.leaving import LeavingRoutes
from gateway.http.routes.local_accounts import LocalAccountRoutes
from gateway.http.routes.me import MeRoutes
from gateway.http.routes.operation import OperationRoutes
from gateway.http.routes.people import PeopleRoutes
from gateway.http.routes.plays import PlaysRoutes
from gateway.http.routes.samples import SampleRoutes
from gateway.http.routes.sessions import SessionRoutes
from gateway.http.routes.share_pages import SharePageRoutes
from gateway.http.routes.shares import ShareRoutes
from gateway.http.routes.sign_in import SignInRoutes
from gateway.http.routes.standing import StandingRoutes
from gateway.http.routes.uploads import UploadRoutes
from gateway.http.routes.wrapped import WrappedRoutes
from gateway.settings import words

_ADDRESS_KEY_BYTES = 32
_PACKAGE = Path(__file__).parents[1]
_FONTS, _LANGUAGES = _PACKAGE / "fonts", _PACKAGE / "languages"


def operations_of(parts: Parts) -> list[Operation]:
    """Everything that is served and described."""
    public = parts.settings.public
    imports = Imports(parts.board, parts.store, parts.bus)
    shares = Shares(parts.requester, parts.shares_store, parts.revisions, public.url)
    receiver = UploadReceiver(
        KafkaChunks(parts.chunk_publisher), parts.publisher, parts.board, system_clock, parts.erased
    )
    checks = parts.own_checks() | path_checks(parts.requester, parts.store)
    people = People(parts.requester)
    readiness = Readiness(checks | remote_checks(words(public.ready_urls), fetch_status), system_clock)
    cookies = parts.cookies
    operations = [
        *_sign_in_operations(parts),
        *MeRoutes(Account(parts.requester, parts.identity)).operations(),
        *LeavingRoutes(Leaving(parts.requester, parts.identity, parts.forgetting), cookies).operations(),
        *_export_operations(parts, imports, shares),
        *ShareRoutes(shares).operations(),
        *_share_page_operations(parts),
        *UploadRoutes(receiver, imports, public.max_upload_bytes).operations(),
        *WrappedRoutes(parts.wrapped, people).operations(),
        *PeopleRoutes(people, Matches(parts.requester, parts.revisions)).operations(),
        *StandingRoutes(parts.people_store).operations(),
        *FeedRoutes(parts.people_store).operations(),
        *PlaysRoutes(Plays(parts.requester, parts.revisions)).operations(),
        *SampleRoutes(Samples(parts.requester)).operations(),
        *EventRoutes(parts.bus, imports).operations(),
    ]
    operations += OperationRoutes(readiness, lambda: document(operations, cookies.session_name)).operations()
    return operations


def _sign_in_operations(parts: Parts) -> list[Operation]:
    """Everything about who is signed in where, and who may join."""
    public, opening, cookies = parts.settings.public, Opening(parts.identity), parts.cookies
    key = public.address_key.reveal().encode() or secrets.token_bytes(_ADDRESS_KEY_BYTES)
    browsers = Browsers(cookies, key, networks(words(public.trusted_proxies)))
    sign_in = SignIn(parts.requester, parts.identity, opening)
    accounts = LocalAccounts(parts.requester, Sealer(parts.requester, system_clock), parts.identity, opening)
    return [
        *SignInRoutes(sign_in, cookies, browsers, parts.guard).operations(),
        *LocalAccountRoutes(accounts, cookies, browsers).operations(),
        *SessionRoutes(Sessions(parts.requester, parts.identity), cookies).operations(),
        *InvitationRoutes(Invitations(parts.requester, public.url)).operations(),
    ]


def _export_operations(parts: Parts, imports: Imports, shares: Shares) -> list[Operation]:
    """Taking everything away."""
    account, sessions = Account(parts.requester, parts.identity), Sessions(parts.requester, parts.identity)
    gathered = ExportAccount(account, sessions, shares, parts.people_store, imports, system_clock)
    return ExportRoutes(Export(parts.requester, gathered), ExportPlaces(), system_clock).operations()


def _share_page_operations(parts: Parts) -> list[Operation]:
    """What everybody sees of shares."""
    public, picture = parts.settings.public, SharePicture(_FONTS)
    pages = SharePages(
        parts.shares_store, parts.shelf, parts.media_requests, picture, parts.drawn, public.url, parts.erased
    )
    return SharePageRoutes(pages, read_languages(_LANGUAGES), _FONTS, words(public.image_origins)).operations()

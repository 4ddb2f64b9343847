"""GET and POST /authorize: a person agrees, or does not (spotify.md 1.1)."""

from html import escape
from http import HTTPStatus
from urllib.parse import urlencode

from aiohttp import web

from stack.double.authorization import Authorization, AuthorizationError, parse_authorization
from stack.double.codes import Code
from stack.double.http.errors import outage
from stack.double.http.keys import world_of
from stack.double.http.login import signed_in
from stack.double.http.pages import error_page, page, redirect
from stack.double.people import NAME, Person, find_person


async def ask(request: web.Request) -> web.StreamResponse:
    """Send the person to the login page, ask for consent, or answer at once.

    At once: with `as=NAME`, which makes or finds that person, and for whoever agreed to these scopes before.
    Client and redirect address are checked only after login, and a page says if they are wrong, as at Spotify.
    """
    world = world_of(request)
    world.calls["authorize"] += 1
    down = outage(world.switches.now.accounts_outage)
    if down is not None:
        return down
    try:
        person = _named(request) or signed_in(request)
        if person is None:
            return redirect(HTTPStatus.SEE_OTHER, "/login?" + urlencode({"continue": request.path_qs}))
        wanted = parse_authorization(request.query, world.settings)
    except AuthorizationError as error:
        return error_page(str(error))
    if world.switches.now.deny_consent:
        return _back(request, wanted, error="access_denied")
    known = world.agreed.get(person.id, frozenset()).issuperset(wanted.scopes) and person.id in world.agreed
    if "as" in request.query or (known and not wanted.show_dialog):
        return _agree(request, wanted, person)
    return _consent_page(request, wanted, person)


async def decide(request: web.Request) -> web.StreamResponse:
    """The consent page's answer."""
    person = signed_in(request)
    if person is None:
        return redirect(HTTPStatus.SEE_OTHER, "/login?" + urlencode({"continue": request.path_qs}))
    try:
        wanted = parse_authorization(request.query, world_of(request).settings)
    except AuthorizationError as error:
        return error_page(str(error))
    if (await request.post()).get("decision") == "agree":
        return _agree(request, wanted, person)
    return _back(request, wanted, error="access_denied")


def _named(request: web.Request) -> Person | None:
    name = request.query.get("as")
    if name is None:
        return None
    if not NAME.match(name):
        raise AuthorizationError("as must be 1 to 32 of a-z, 0-9 and -")
    return find_person(name)


def _agree(request: web.Request, wanted: Authorization, person: Person) -> web.StreamResponse:
    world = world_of(request)
    world.authorize(person.id, wanted.scopes)
    code = Code(person.id, wanted.scopes, wanted.redirect_uri, wanted.challenge, world.now())
    return _back(request, wanted, code=world.codes.issue(code))


def _back(request: web.Request, wanted: Authorization, **answer: str) -> web.StreamResponse:
    echo = world_of(request).switches.now.state_echo
    if wanted.state is not None and echo != "absent":
        answer["state"] = wanted.state if echo == "same" else wanted.state[::-1] + "x"
    return redirect(HTTPStatus.FOUND, wanted.back_to(**answer))


def _consent_page(request: web.Request, wanted: Authorization, person: Person) -> web.Response:
    scopes = "".join(f"<li><code>{escape(scope)}</code></li>" for scope in wanted.scopes) or "<li>your name</li>"
    return page(
        "Agree",
        f"<main><h1>{escape(person.display_name)}, an application asks to see</h1><ul>{scopes}</ul>"
        f"<p>You will be sent to <code>{escape(wanted.redirect_uri)}</code>.</p>"
        f'<form method="post" action="{escape(request.path_qs)}">'
        '<button class="main" name="decision" value="agree">Agree</button> '
        '<button name="decision" value="cancel">Cancel</button></form></main>',
    )

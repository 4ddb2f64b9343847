"""GET and POST /login: pick one of the made-up people."""

from html import escape
from http import HTTPStatus

from aiohttp import web

from stack.double.http.keys import world_of
from stack.double.http.pages import error_page, hidden, page, redirect
from stack.double.people import LISTED, Person, find_person
from stack.double.picture_ids import picture_id

COOKIE = "spotify_double_person"


def signed_in(request: web.Request) -> Person | None:
    """The person whom this browser picked."""
    return find_person(request.cookies.get(COOKIE, ""))


async def show(request: web.Request) -> web.Response:
    """The list of people."""
    onward = hidden("continue", request.query.get("continue", ""))
    rows = "".join(_row(request, person) for person in LISTED)
    body = f'<main><h1>Who are you today?</h1><form method="post" action="/login">{onward}{rows}</form></main>'
    return page("Log in", body)


async def pick(request: web.Request) -> web.StreamResponse:
    """Remember the choice in a cookie and go on to where the person came from."""
    form = await request.post()
    person, onward = find_person(str(form.get("person", ""))), str(form.get("continue", ""))
    if person is None:
        return error_page("Nobody of that name has an account here.")
    if not onward.startswith("/authorize?"):
        return page("Logged in", f"<main><h1>You are {escape(person.display_name)}</h1></main>")
    response = redirect(HTTPStatus.SEE_OTHER, onward)
    response.set_cookie(COOKIE, person.id, httponly=True, samesite="Lax")
    return response


def _row(request: web.Request, person: Person) -> str:
    picture = f"{world_of(request).settings.public_url}/image/{picture_id('user', person.id, 64)}"
    return (
        f'<button class="row" name="person" value="{escape(person.id)}">'
        f'<img src="{escape(picture)}" width="48" height="48" alt="">{escape(person.display_name)}</button>'
    )

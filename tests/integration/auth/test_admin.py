"""`python -m auth admin`: links of whoever runs the instance, beside the service; a sentence where none runs."""

import asyncio
import os
import re
import sys

import pytest

from chassis.clock import system_clock
from chassis.settings import MariaDbSettings
from contracts.keys import credential_hash
from contracts.messages.accounts import Invite, LookAtInvitation
from stack.ports import free_port
from tests.integration.auth.conftest import KEY, PUBLIC_URL, House
from tests.integration.auth.local import household


async def _admin(store: MariaDbSettings, port: int, *arguments: str) -> tuple[int | None, str, str]:
    """Exit status, standard output and standard error."""
    environment = os.environ | {
        "NACHKLANG_MARIADB_HOST": store.host,
        "NACHKLANG_MARIADB_PORT": str(port),
        "NACHKLANG_MARIADB_PASSWORD": store.password.reveal(),
        "NACHKLANG_OPS_PORT": str(free_port()),
        "NACHKLANG_PUBLIC_URL": PUBLIC_URL + "/",
        "NACHKLANG_TOKEN_KEY": KEY,
        "SPOTIFY_CLIENT_ID": "client",
        "SPOTIFY_CLIENT_SECRET": "s3cret",
    }
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "auth", "admin", *arguments, env=environment, stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    output, errors = await process.communicate()
    return process.returncode, output.decode(), errors.decode()


async def test_each_call_prints_a_link_that_makes_one_operator(house: House) -> None:
    home = await household(house)
    store = house.settings.mariadb
    house.time.now = system_clock()
    codes = []
    for _ in range(2):
        status, output, _ = await _admin(store, store.port)
        assert status == 0
        codes += re.findall(rf"^  {PUBLIC_URL}/join/#(\S+)$", output, re.MULTILINE)
    assert len(set(codes)) == 2
    assert (await house.ask(LookAtInvitation(code_hash=credential_hash(codes[1])))).invited_by is None
    assert (await home.joined(codes[0], "olga")).admin
    assert await house.refused(home.joining(codes[0], "otto")) == "invitation_over"


async def test_somebody_who_is_here_becomes_an_operator(house: House) -> None:
    anna = (await house.sign_in("anna")).profile
    store = house.settings.mariadb
    for _ in range(2):
        status, output, _ = await _admin(store, store.port, "--person", anna.person_id)
        assert (status, output.startswith("Anna is an operator")) == (0, True)
    assert (await house.ask(Invite(person_id=anna.person_id, code_hash=credential_hash("hers")))).invitation
    await house.handlers.tell_changes()
    assert house.listener.happenings(anna.person_id).count("appointed") == 1


async def test_a_forgotten_password_is_set_anew_by_the_newest_link(house: House) -> None:
    home = await household(house)
    olga = await home.operator()
    store = house.settings.mariadb
    house.time.now = system_clock()
    codes = []
    for _ in range(2):
        status, output, _ = await _admin(store, store.port, "--reset", "Olga")
        assert status == 0
        codes += re.findall(rf"^  {PUBLIC_URL}/join/#(\S+)$", output, re.MULTILINE)
    assert await house.refused(home.joining(codes[0], "olga", "three new words", "s")) == "invitation_over"
    assert (await house.ask(home.joining(codes[1], "olga", "three new words", "s"))).profile == olga


@pytest.mark.parametrize("login", ["nobody", "", "ünbekannt", "' OR '1'='1"])
async def test_nobody_gets_no_new_password(house: House, login: str) -> None:
    store = house.settings.mariadb
    await (await household(house)).operator()
    status, output, errors = await _admin(store, store.port, "--reset", login)
    assert (status, output) == (1, "")
    assert "Nobody here signs in as" in errors
    assert "Traceback" not in errors


@pytest.mark.parametrize("person_id", ["0" * 32, "ännä", "'; DROP TABLE people"])
async def test_nobody_becomes_no_operator(house: House, person_id: str) -> None:
    store = house.settings.mariadb
    status, output, errors = await _admin(store, store.port, "--person", person_id)
    assert (status, output) == (1, "")
    assert "/api/v1/me" in errors
    assert "Traceback" not in errors


async def test_it_says_so_where_nothing_runs(house: House) -> None:
    status, output, errors = await _admin(house.settings.mariadb, free_port())
    assert (status, output) == (1, "")
    assert errors.startswith("Nachklang does not run here")
    assert "make run" in errors
    assert "Traceback" not in errors

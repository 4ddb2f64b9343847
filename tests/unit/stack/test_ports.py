"""Ports are remembered, apart from each other, and given up when somebody else took one."""

import socket
from pathlib import Path

import pytest

from stack import ports
from stack.ports import Ports, free_port, is_free


def test_a_name_keeps_its_port_over_a_restart(tmp_path: Path) -> None:
    first = Ports(tmp_path / "ports.json").get("kafka")
    assert Ports(tmp_path / "ports.json").get("kafka") == first


def test_names_have_ports_of_their_own(tmp_path: Path) -> None:
    ports = Ports(tmp_path / "ports.json")
    assert len({ports.get(str(number)) for number in range(200)}) == 200


def test_a_port_is_given_away_once_though_nobody_listens_yet(monkeypatch: pytest.MonkeyPatch) -> None:
    first = free_port()
    monkeypatch.setattr(ports, "FIRST", first)
    monkeypatch.setattr(ports, "LAST", first + 1)
    with pytest.raises(RuntimeError):
        free_port()


def test_a_port_that_was_taken_meanwhile_is_replaced(tmp_path: Path) -> None:
    taken, kept = Ports(tmp_path / "ports.json").get("taken"), Ports(tmp_path / "ports.json").get("kept")
    with socket.create_server(("127.0.0.1", taken)):
        assert not is_free(taken)
        ports = Ports(tmp_path / "ports.json")
        ports.replace_taken()
        assert ports.get("taken") != taken
        assert ports.get("kept") == kept

"""Secrets are made once, differ, and are readable by their owner only."""

import base64
import stat
from pathlib import Path

from stack.credentials import Credentials, key


def test_a_secret_stays_the_same(tmp_path: Path) -> None:
    first = Credentials(tmp_path / "secrets").get("redis")
    assert Credentials(tmp_path / "secrets").get("redis") == first


def test_secrets_differ(tmp_path: Path) -> None:
    credentials = Credentials(tmp_path / "secrets")
    assert credentials.get("redis") != credentials.get("mariadb-auth")


def test_only_the_owner_reads_them(tmp_path: Path) -> None:
    Credentials(tmp_path / "secrets").get("redis")
    assert stat.S_IMODE((tmp_path / "secrets").stat().st_mode) == 0o700
    assert stat.S_IMODE((tmp_path / "secrets" / "redis").stat().st_mode) == 0o600


def test_a_key_has_256_bits() -> None:
    assert len(base64.b64decode(key(), validate=True)) == 32

"""Types, schemas, examples and documents say the same."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from contracts.codec import UnreadableMessage, accepts, decode, encode, schema_header
from contracts.documents import asyncapi, schema_files, schema_of
from contracts.messages import MESSAGES
from contracts.messages.uploads import ReadUpload
from contracts.topics import TOPICS_FOLDER, Topic, load_topics

CONTRACTS = TOPICS_FOLDER.parent
EXAMPLES = sorted((CONTRACTS / "examples").glob("*/*.json"))
DOCS = CONTRACTS.parents[1] / "docs"


def name_of(example: Path) -> str:
    return f"{example.parent.name}/{example.stem}"


def test_every_message_has_an_example() -> None:
    assert {example.parent.name for example in EXAMPLES} == set(MESSAGES)


@pytest.mark.parametrize("example", EXAMPLES, ids=name_of)
def test_example_is_read_and_written_unchanged(example: Path) -> None:
    cls = MESSAGES[example.parent.name]
    message = decode(example.read_bytes(), [("schema", cls.SCHEMA.encode())])
    assert isinstance(message, cls)
    assert json.loads(encode(message)) == json.loads(example.read_text())
    assert schema_header(message) == ("schema", cls.SCHEMA.encode())


@pytest.mark.parametrize("example", EXAMPLES, ids=name_of)
def test_example_fits_its_schema(example: Path) -> None:
    jsonschema.validate(json.loads(example.read_text()), schema_of(MESSAGES[example.parent.name]))


def test_schema_files_are_those_drawn_from_the_types() -> None:
    files = {file.name: file.read_text(encoding="utf-8") for file in (CONTRACTS / "schemas").iterdir()}
    assert files == schema_files(), "run `make contract`"


def test_asyncapi_document_is_the_one_drawn_from_the_contract() -> None:
    text = (DOCS / "asyncapi.yaml").read_text(encoding="utf-8")
    assert text == asyncapi(), "run `make contract`"
    assert set(yaml.safe_load(text)["channels"]) == set(load_topics())


def test_the_contract_lets_a_message_into_its_topic_only() -> None:
    example = CONTRACTS / "examples" / "read-upload.v1" / "zip.json"
    message = decode(example.read_bytes(), [("schema", ReadUpload.SCHEMA.encode())])
    assert accepts(Topic.UPLOAD_REQUESTS, message)
    assert not accepts(Topic.PLAYS, message)


@given(value=st.one_of(st.none(), st.binary(max_size=200)), schema=st.sampled_from([*MESSAGES, "unknown.v1", ""]))
def test_no_bytes_make_the_codec_fail_in_another_way(value: bytes | None, schema: str) -> None:
    try:
        decode(value, [("schema", schema.encode())])
    except UnreadableMessage as error:
        assert str(error)


@pytest.mark.parametrize("depth", [10, 100_000])
def test_deep_nesting_is_unreadable(depth: int) -> None:
    value: Any = b'{"upload_id":' + b"[" * depth
    with pytest.raises(UnreadableMessage):
        decode(value, [("schema", ReadUpload.SCHEMA.encode())])

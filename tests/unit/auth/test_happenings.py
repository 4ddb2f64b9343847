"""What is put into the outbox, and the numbers that it gets when it is told."""

import pytest

from auth.domain.happenings import ORIGIN, audited, numbered
from contracts.messages import Message
from contracts.messages.audit import Audited
from contracts.messages.people_changes import ConnectionChanged, PersonErased, SharingChanged


@pytest.mark.parametrize(
    ("message", "told"),
    [
        (
            SharingChanged(person_id="p", sharing=True, change=0),
            SharingChanged(person_id="p", sharing=True, change=7),
        ),
        (
            ConnectionChanged(person_id="p", connected=False, change=0),
            ConnectionChanged(person_id="p", connected=False, change=7),
        ),
        (PersonErased(person_id="p"), PersonErased(person_id="p")),
    ],
)
def test_a_message_gets_its_number_where_it_has_a_field_for_one(message: Message, told: Message) -> None:
    assert numbered(message, 7) == told


def test_an_audit_event_is_keyed_by_the_person_and_those_of_nobody_by_the_origin() -> None:
    about = audited("token-used", 5, "p", "t", None)
    assert about.key == "p"
    assert numbered(about.message, 7) == Audited(
        origin=ORIGIN, number=7, at=5, happening="token-used", person_id="p", subject="t", detail=None
    )
    assert audited("sign-in-refused", 5, None, None, "sign_in_denied").key == ORIGIN

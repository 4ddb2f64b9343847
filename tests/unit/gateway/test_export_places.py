"""One export at a time for a person, two for all."""

import pytest

from gateway.domain.problems import Refused
from gateway.handlers.export_places import ExportPlaces


def test_a_place_is_free_again_when_the_export_has_ended_however_that_was() -> None:
    places = ExportPlaces()
    with pytest.raises(ZeroDivisionError), places.place("anna"):
        raise ZeroDivisionError
    with places.place("anna"), pytest.raises(Refused, match="Another export of yours"), places.place("anna"):
        pass
    with places.place("anna"):
        pass


def test_a_third_person_waits() -> None:
    places = ExportPlaces()
    with places.place("anna"), places.place("ben"), pytest.raises(Refused, match="Others"), places.place("cara"):
        pass
    with places.place("cara"):
        pass

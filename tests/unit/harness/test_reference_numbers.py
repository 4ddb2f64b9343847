"""Every number of the reference's report is the sum of the plays that its filters find."""

from hypothesis import assume, given, settings

from tests.harness.histories.strategies import Asked, plays, questions
from tests.harness.reference.drilldown import plays_of
from tests.harness.reference.numbers import openings
from tests.harness.reference.plays import Play
from tests.harness.reference.sums import sums
from tests.harness.reference.wrapped import wrapped
from tests.harness.reference.zones import local


@settings(max_examples=50)
@given(plays=plays(), asked=questions())
def test_every_number_opens_to_the_plays_it_was_counted_from(plays: list[Play], asked: Asked) -> None:
    report = wrapped(plays, asked.zone, asked.window, asked.by, limit=5, private=asked.private)
    assume(len(report["rhythm"]["calendar"]["ms_played"]) < 1_000)
    for opening in openings(report):
        found = [one.play for one in plays_of(plays, asked.zone, opening.filters, private=asked.private)]
        said = {**sums(found), "days": len({local(play.moment, asked.zone).date() for play in found})}
        assert {name: said[name] for name in opening.number} == opening.number, opening.what

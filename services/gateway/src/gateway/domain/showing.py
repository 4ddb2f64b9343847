"""From a struct of the contract to the struct of the interface: fields by their names, moments as moments."""

from functools import cache
from typing import Any, TypeVar

import msgspec

from gateway.domain.times import Moment, moment

V = TypeVar("V", bound=msgspec.Struct)


def shown(cls: type[V], counted: msgspec.Struct, **given: Any) -> V:
    """`counted` as `cls` shows it, by the names of JSON. `given` is what `counted` lacks or says otherwise.

    What `cls` has no place for is left out. Raises msgspec.ValidationError where `cls` needs more than there is.
    """
    fields = msgspec.structs.asdict(counted)
    fields.update(given)
    for name in _moments(cls):
        fields[name] = moment(fields[name])
    return msgspec.convert(fields, cls)


@cache
def _moments(cls: type[msgspec.Struct]) -> tuple[str, ...]:
    """The fields of `cls` that are moments; structs of the contract hold them as unix milliseconds."""
    return tuple(field.name for field in msgspec.structs.fields(cls) if field.type == Moment)

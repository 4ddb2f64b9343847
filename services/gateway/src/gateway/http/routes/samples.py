"""Samples whose address must be asked for anew each time."""

from aiohttp import hdrs, web

from gateway.domain.problems import NO_ANSWER, NOT_FOUND, UNAVAILABLE
from gateway.handlers.samples import Samples
from gateway.http.operation import Answer, Call, Operation

_NO_STORE = {hdrs.CACHE_CONTROL: "no-store"}


class SampleRoutes:
    """`/api/v1/samples/{key}`."""

    def __init__(self, samples: Samples) -> None:
        self._samples = samples

    def operations(self) -> list[Operation]:
        """The operation, declared."""
        return [
            Operation(
                "GET",
                "/api/v1/samples/{key}",
                "listening",
                "The sample of a track",
                self.sample,
                {302: Answer("To the sound file", media_type=None, headers={"Location": "Plays for some minutes"})},
                description="For samples of Deezer, whose addresses end. Addresses of this kind stand in reports.",
                problems=(NOT_FOUND, UNAVAILABLE, NO_ANSWER),
            )
        ]

    async def sample(self, call: Call[None, None]) -> web.Response:
        """To where it plays at this moment; nobody may keep that."""
        address = await self._samples.address(call.path("key"))
        return web.Response(status=302, headers={hdrs.LOCATION: address, **_NO_STORE})

"""Inviting others, for those who run the instance."""

import msgspec
from aiohttp import web

from gateway.domain.ids import is_id
from gateway.domain.invitations_view import (
    InvitationList,
    InvitationView,
    NewInvitation,
    invitation_list_of,
    new_invitation_of,
)
from gateway.domain.problems import FORBIDDEN, NOT_FOUND, Refused
from gateway.domain.times import moment
from gateway.handlers.invitations import Invitations
from gateway.http.operation import Answer, Call, Operation
from gateway.http.responses import as_json

_TAG = "inviting"


class InvitationWish(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Who is to be invited: somebody who uses the instance, or with `admin` somebody who runs it too."""

    admin: bool = False


_ID = "0123456789abcdef0123456789abcdef"
_TIMES = {"created_at": moment(1_764_000_000_000), "expires_at": moment(1_764_604_800_000)}
_OPEN = InvitationView(id=_ID, admin=False, **_TIMES)
_NEW = NewInvitation(id=_ID, admin=False, url="https://music.example.org/join/#dR4…", **_TIMES)


class InvitationRoutes:
    """`/api/v1/invitations`."""

    def __init__(self, invitations: Invitations) -> None:
        self._invitations = invitations

    def operations(self) -> list[Operation]:
        """The operations, declared."""
        return [
            Operation(
                "GET",
                "/api/v1/invitations",
                _TAG,
                "Invitations that can still be taken",
                self.invitations,
                {200: Answer("Oldest first", InvitationList, example=InvitationList(items=(_OPEN,)))},
                problems=(FORBIDDEN,),
            ),
            Operation(
                "POST",
                "/api/v1/invitations",
                _TAG,
                "Invite somebody",
                self.invite,
                {
                    201: Answer(
                        "The link, shown this once; it can be taken once, within seven days",
                        NewInvitation,
                        headers={"Location": "Its address"},
                        example=_NEW,
                    )
                },
                body=InvitationWish,
                body_example=InvitationWish(),
                problems=(FORBIDDEN,),
            ),
            Operation(
                "DELETE",
                "/api/v1/invitations/{id}",
                _TAG,
                "Take an invitation back",
                self.revoke_invitation,
                {204: Answer("Nobody can take it any more", media_type=None)},
                problems=(FORBIDDEN, NOT_FOUND),
            ),
        ]

    async def invitations(self, call: Call[None, None]) -> web.Response:
        """Everybody's, for any operator."""
        return as_json(invitation_list_of(await self._invitations.all(call.profile.person_id)))

    async def invite(self, call: Call[None, InvitationWish]) -> web.Response:
        """A new one."""
        made = await self._invitations.make(call.profile.person_id, admin=call.body.admin)
        shown = new_invitation_of(made.invitation, made.url)
        return as_json(shown, 201, {"Location": f"/api/v1/invitations/{shown.id}"})

    async def revoke_invitation(self, call: Call[None, None]) -> web.Response:
        """Anybody's, for any operator; the right to do so is looked at before the id."""
        invitation_id = call.path("id")
        asked = invitation_id if is_id(invitation_id) else ""
        if not await self._invitations.revoke(call.profile.person_id, asked):
            raise Refused(NOT_FOUND, "There is no such invitation. Those that are left are under /api/v1/invitations.")
        return web.Response(status=204)

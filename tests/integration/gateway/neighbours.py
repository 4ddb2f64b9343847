"""The services behind Kafka, played: each request gets the reply that the contract says, from plain dictionaries."""

import asyncio
import uuid
from collections import Counter
from collections.abc import Callable
from typing import Any

import msgspec

from chassis.clock import system_clock
from chassis.consume import Consumer
from chassis.database import Database
from chassis.ops import Heartbeat
from chassis.publish import Publisher
from chassis.rpc import Reply
from contracts.keys import credential_hash, question_key
from contracts.messages import Message
from contracts.messages import people as p
from contracts.messages.media import FindMedia
from contracts.messages.plays_page import Play, PlaysAnswered
from contracts.messages.questions import AskPlays, AskWrapped, PlaysQuestion, WrappedQuestion
from contracts.messages.totals import Sums
from contracts.messages.uploads import ReadUpload
from contracts.messages.wrapped import Wrapped, WrappedAnswered
from contracts.topics import Topic
from tests.unit.gateway.answers import small_answer

AUTHORIZE = "https://accounts.example.org/authorize"
TOPICS = (
    Topic.AUTH_REQUESTS,
    Topic.WRAPPED_REQUESTS,
    Topic.PLAYS_REQUESTS,
    Topic.UPLOAD_REQUESTS,
    Topic.MEDIA_REQUESTS,
)


def profile(name: str) -> p.Profile:
    """Somebody new."""
    return p.Profile(
        person_id=uuid.uuid4().hex,
        name=name,
        picture=None,
        time_zone="UTC",
        locale="en",
        sharing=False,
        connected=True,
        connected_until=1_800_000_000_000,
    )


class Neighbours:
    """Auth, uploader, aggregator and enricher in one. Tests change how they behave and look at what they were asked."""

    def __init__(self, brokers: str, database: Database) -> None:
        self._publisher = Publisher(brokers)
        self._database = database
        heartbeat = Heartbeat(system_clock)
        self._consumer = Consumer(brokers, "neighbours", TOPICS, self._take, self._publisher, heartbeat)
        self._reading: asyncio.Task[None] | None = None
        self.people: dict[str, p.Profile] = {}
        self.credentials: dict[str, str] = {}
        self.tokens: dict[str, tuple[str, str, p.Token]] = {}
        self.states: dict[str, tuple[str, str]] = {}
        self.asked: Counter[str] = Counter()
        self.uploads: list[ReadUpload] = []
        self.wanted: list[FindMedia] = []
        self.plays_asked: list[PlaysQuestion] = []
        self.replies = True
        self.stores = False
        self.ignored_questions = 0

    async def start(self) -> None:
        await self._publisher.start()
        self._reading = asyncio.create_task(self._consumer.run())

    async def stop(self) -> None:
        if self._reading is not None:
            self._reading.cancel()
            await asyncio.gather(self._reading, return_exceptions=True)
        await self._publisher.stop()

    async def say(self, topic: Topic, key: str, message: Message) -> None:
        """Publish an event of one of them."""
        await self._publisher.publish(topic, key, message)

    def someone(self, name: str = "Ada") -> tuple[p.Profile, str]:
        """A person and the secret of a session of theirs."""
        person, secret = profile(name), uuid.uuid4().hex
        self.people[person.person_id] = person
        self.credentials[credential_hash(secret)] = person.person_id
        return person, secret

    async def _take(self, message: Message, record: Any) -> None:
        self.asked[message.SCHEMA] += 1
        match message:
            case ReadUpload():
                self.uploads.append(message)
            case FindMedia():
                self.wanted.append(message)
            case AskWrapped():
                await self._wrapped(message, Reply(self._publisher, record.headers, system_clock))
            case AskPlays():
                self.plays_asked.append(message.question)
                await Reply(self._publisher, record.headers, system_clock).send(plays_of(message.question))
            case _:
                reply = Reply(self._publisher, record.headers, system_clock)
                answered = self._auth(message)
                if isinstance(answered, str):
                    await reply.refuse(answered, f"Refused: {answered}.")
                else:
                    await reply.send(answered)

    async def _wrapped(self, request: AskWrapped, reply: Reply) -> None:
        if self.ignored_questions:
            self.ignored_questions -= 1
            return
        answer = answer_to(request.question)
        key = question_key(request.question)
        if self.stores:
            body = msgspec.json.encode(answer)
            sql = "REPLACE INTO serving.answers VALUES (%s, %s, %s, %s, %s)"
            expires = system_clock() + 60_000
            await self._database.execute(sql, (key, request.question.person_id, answer.revision, body, expires))
        if self.replies:
            await reply.send(WrappedAnswered(question_key=key, answer=answer))

    def _auth(self, message: Message) -> Message | str:
        """The reply, or the code of a refusal."""
        answers: dict[type[Message], Callable[[Any], Message | str]] = {
            p.BeginSignIn: self._begin,
            p.CompleteSignIn: self._complete,
            p.CheckCredential: self._check,
            p.SignOut: self._sign_out,
            p.ChangeProfile: self._change,
            p.CreateToken: self._create,
            p.ListTokens: self._list,
            p.RevokeToken: self._revoke,
        }
        return answers[type(message)](message)

    def _begin(self, message: p.BeginSignIn) -> Message:
        state = uuid.uuid4().hex
        self.states[state] = (message.nonce_hash, message.next)
        return p.SignInBegun(authorize_url=f"{AUTHORIZE}?state={state}")

    def _check(self, message: p.CheckCredential) -> Message:
        return p.CredentialChecked(profile=self.people.get(self.credentials.get(message.credential_hash, "")))

    def _sign_out(self, message: p.SignOut) -> Message:
        self.credentials.pop(message.session_hash, None)
        return p.SignedOut()

    def _create(self, message: p.CreateToken) -> Message:
        token = p.Token(id=uuid.uuid4().hex, name=message.name, created_at=system_clock(), last_used_at=None)
        self.tokens[token.id] = (message.person_id, message.token_hash, token)
        self.credentials[message.token_hash] = message.person_id
        return p.TokenCreated(token=token)

    def _list(self, message: p.ListTokens) -> Message:
        mine = [token for owner, _, token in self.tokens.values() if owner == message.person_id]
        return p.TokensListed(tokens=mine)

    def _complete(self, message: p.CompleteSignIn) -> Message | str:
        nonce_hash, wanted = self.states.pop(message.state or "", ("", ""))
        if nonce_hash != message.nonce_hash or message.code != "good":
            return "sign_in_expired"
        person = profile("Ada")
        self.people[person.person_id] = person
        self.credentials[message.session_hash] = person.person_id
        return p.SignedIn(next=wanted, profile=person)

    def _change(self, message: p.ChangeProfile) -> Message | str:
        if message.time_zone == "Nowhere/Land":
            return "invalid_time_zone"
        given = {name: getattr(message, name) for name in ("time_zone", "locale", "sharing")}
        changed = {name: value for name, value in given.items() if value is not None}
        self.people[message.person_id] = msgspec.structs.replace(self.people[message.person_id], **changed)
        return p.ProfileChanged(profile=self.people[message.person_id])

    def _revoke(self, message: p.RevokeToken) -> Message:
        owner, token_hash, _ = self.tokens.get(message.token_id, ("", "", None))
        if owner != message.person_id:
            return p.TokenRevoked(token_hash=None)
        del self.tokens[message.token_id]
        self.credentials.pop(token_hash, None)
        return p.TokenRevoked(token_hash=token_hash)


def answer_to(question: WrappedQuestion) -> Wrapped:
    """A small answer that shows what was asked."""
    return small_answer(
        question.revision,
        time_zone=question.time_zone,
        by=question.by,
        first_day=question.first_day,
        last_day=question.last_day,
    )


def plays_of(question: PlaysQuestion) -> PlaysAnswered:
    """One play whose names show what was asked."""
    play = Play(
        played_at=1_700_000_000_000, precision="second", kind="track", title=question.track, artist=question.artist,
        album=None, ms_played=200_000, spotify_id=None, platform=None, country=None, reason_start=None, reason_end=None,
        shuffle=None, skipped=None, offline=None, private=None, double=False, estimate=False,
    )  # fmt: skip
    sums = Sums(ms_played=200_000, streams=1, plays=1)
    return PlaysAnswered(revision=question.revision, plays=[play], next_cursor=question.cursor, sums=sums)

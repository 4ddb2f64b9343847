"""Where the cache keeps what belongs to a person: every key begins with the person's id, so that it can be found."""

from contracts.keys import question_key
from contracts.messages.questions import Viewer, WrappedQuestion

_ANSWERS = "nachklang:wrapped"


def profile_key(person_id: str) -> str:
    """A person's profile."""
    return f"nachklang:profile:{person_id}"


def answer_key(question: WrappedQuestion) -> str:
    """The answer to one question about a person."""
    return f"{_ANSWERS}:{question.person_id}:{question.viewer}:{question_key(question)}"


def answers_prefix(person_id: str, viewer: Viewer | None = None) -> str:
    """How the keys of all answers about a person begin; with `viewer` of those that such a one sees."""
    return f"{_ANSWERS}:{person_id}:" + (f"{viewer}:" if viewer else "")

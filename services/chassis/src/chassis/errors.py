"""Errors, named by what the caller must do. Anything that is neither of these ends the process."""


class InvalidMessage(Exception):
    """The data cannot be read, now or ever: send it to the dead-letter queue with its origin, and go on."""


class Retryable(Exception):
    """A fault of the world (a broker, a store, somebody else's server): try again, with growing pauses."""

"""The load client: a process of its own, for it must not share an interpreter with what measures."""

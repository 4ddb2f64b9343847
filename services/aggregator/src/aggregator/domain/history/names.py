"""Many names in little memory: one text, and where each name ends in it."""

from dataclasses import dataclass

import numpy as np
import polars as pl

from aggregator.domain.arrays import Ints


@dataclass(frozen=True)
class Names:
    """Names by number, in UTF-8: `text` holds them one after the other, `ends` begins with 0."""

    text: bytes
    ends: Ints

    def __len__(self) -> int:
        return len(self.ends) - 1

    @property
    def size(self) -> int:
        """Bytes in memory, about."""
        return len(self.text) + self.ends.nbytes

    def of(self, numbers: Ints) -> list[str]:
        """The names with these numbers; "" for -1."""
        begins, ends = self.ends[numbers].tolist(), self.ends[numbers + 1].tolist()
        return [self.text[begin:end].decode() for begin, end in zip(begins, ends, strict=True)]

    def known(self, numbers: Ints) -> list[str | None]:
        """The names with these numbers; None for -1. No name is empty."""
        return [name or None for name in self.of(numbers)]


def names_of(names: pl.Series) -> Names:
    """The names of a column of texts without gaps."""
    text = "".join(names).encode()
    return Names(text, np.concatenate(([0], np.cumsum(names.str.len_bytes().to_numpy(), dtype=np.int64))))

"""Kubernetes' and Java's way of writing amounts."""

UNITS = {"m": 0.001, "k": 1e3, "M": 1e6, "G": 1e9, "Ki": 1 << 10, "Mi": 1 << 20, "Gi": 1 << 30}
JAVA = {"k": 1 << 10, "m": 1 << 20, "g": 1 << 30}


def amount(text: str | int) -> float:
    """Processors, or bytes."""
    number = str(text).rstrip("mkMGi" + "K")
    unit = str(text)[len(number) :]
    return float(number) * (UNITS[unit] if unit else 1)


def java_size(text: str) -> int:
    """Bytes."""
    return int(text[:-1]) * JAVA[text[-1]]

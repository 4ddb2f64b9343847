"""`python -m contracts`: write the documents drawn from the contract into the checkout."""

from pathlib import Path

from contracts.documents import asyncapi, schema_files

_SERVICE = Path(__file__).parents[2]
_DOCS = _SERVICE.parents[1] / "docs"


def main() -> None:
    """Write `schemas/` and `docs/asyncapi.yaml` anew."""
    for name, text in schema_files().items():
        (_SERVICE / "schemas" / name).write_text(text, encoding="utf-8")
    _DOCS.mkdir(exist_ok=True)
    (_DOCS / "asyncapi.yaml").write_text(asyncapi(), encoding="utf-8")


if __name__ == "__main__":
    main()

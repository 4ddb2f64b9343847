"""Write sample exports of every format into a folder: `python -m tests.harness.histories --help`."""

import argparse
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from tests.harness.histories.catalogue import write_catalogue
from tests.harness.histories.samples import write_samples
from tests.harness.histories.timeline import Person, catalogue_of


def main() -> None:
    """Write the samples and say what each is."""
    arguments = _arguments()
    folder: Path = arguments.folder
    folder.mkdir(parents=True, exist_ok=True)
    person = Person(seed=arguments.seed, plays=arguments.plays, until=arguments.until, zone=arguments.zone)
    for path, what in write_samples(folder, person):
        print(f"{path}  {path.stat().st_size / 1e6:.1f} MB  {what}")
    catalogue = folder / "catalogue.json"
    count = write_catalogue(catalogue, catalogue_of(person))
    print(f"{catalogue}  {count} tracks, for the Spotify double (NACHKLANG_DOUBLE_CATALOGUE)")


def _arguments() -> argparse.Namespace:
    recently = datetime.now(UTC).date() - timedelta(days=2)  # its night may end on the next day, never in the future
    parser = argparse.ArgumentParser(prog="python -m tests.harness.histories", description=__doc__)
    parser.add_argument("folder", type=Path, help="where to write, made if it is not there")
    parser.add_argument("--plays", type=int, default=20_000, help="plays of the whole history (20000)")
    parser.add_argument("--seed", type=int, default=1, help="another seed is another person (1)")
    parser.add_argument("--until", type=date.fromisoformat, default=recently, help="the last day (two days ago)")
    parser.add_argument("--zone", default="Europe/Berlin", help="where the person lives (Europe/Berlin)")
    return parser.parse_args()


if __name__ == "__main__":
    main()

"""What the local stack reads from its environment; nothing else of it does, but for `stack.double.settings`."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from stack.layout import REPOSITORY

SPOTIFY_ACCOUNTS = "https://accounts.spotify.com"
SPOTIFY_API = "https://api.spotify.com"
SPOTIFY_OPEN = "https://open.spotify.com"
SAMPLE_CATALOGUE = REPOSITORY / ".run" / "samples" / "catalogue.json"
OWN_HDFS = "hdfs"
PACES = {
    "NACHKLANG_SPOTIFY_CALLS_PER_SECOND": "0",
    "NACHKLANG_SPOTIFY_CALLS_IN_FLIGHT": "10",
    "NACHKLANG_SPOTIFY_CALLS_A_DAY": "unlimited",
}
"""How fast pictures are looked for at the double, which need not be spared; the defaults of the enricher are gentle."""
LOCAL_SPARK = "local[2]"
HIGHEST_PORT = 65535


class SettingsError(Exception):
    """The environment cannot be used; the message says which variable and what to do."""


@dataclass(frozen=True, slots=True)
class SpotifyApp:
    """The application registered at Spotify."""

    client_id: str
    client_secret: str
    accounts_url: str
    api_url: str
    open_url: str


@dataclass(frozen=True, slots=True)
class SparkPlace:
    """Where Spark's jobs run.

    `master` is `local[n]`, `spark://…`, `yarn` or `k8s://…`; `conf` holds further settings of Spark, `key=value` apart
    by `;`; `hadoop` is the folder with the configuration of YARN and HDFS, empty where neither needs one.
    """

    master: str
    conf: str
    hadoop: str

    @property
    def is_local(self) -> bool:
        """Whether all of it runs in the driver."""
        return self.master.startswith("local")


@dataclass(frozen=True, slots=True)
class Settings:
    """One stack: where its state lies, where it is reached, and which Spotify people sign in at.

    Without an application (`spotify`) the bundled `double` stands in, which knows the `catalogue` if that file is
    there; or nobody, where NACHKLANG_SPOTIFY is `none`.
    `checkpoints` is a folder or an hdfs:// address, None for a folder in the run directory, or `hdfs` for an HDFS that
    is started with the stack; `paces` are the enricher's settings of how fast it may ask.
    """

    run: Path
    port: int
    public_url: str
    spotify: SpotifyApp | None
    double: bool
    catalogue: Path
    checkpoints: str | None
    spark: SparkPlace
    log_level: str
    paces: Mapping[str, str]


def read_settings(environ: Mapping[str, str]) -> Settings:
    """Settings from the environment, none of which has to be there: NACHKLANG_RUN_DIR, NACHKLANG_PORT,
    NACHKLANG_PUBLIC_URL, NACHKLANG_CHECKPOINTS, NACHKLANG_SPARK_MASTER, NACHKLANG_SPARK_CONF, HADOOP_CONF_DIR,
    NACHKLANG_LOG_LEVEL, NACHKLANG_DOUBLE_CATALOGUE, NACHKLANG_SPOTIFY, SPOTIFY_CLIENT_ID, SPOTIFY_CLIENT_SECRET,
    SPOTIFY_ACCOUNTS_URL, SPOTIFY_API_URL, SPOTIFY_OPEN_URL, and those of PACES.

    Raises SettingsError.
    """
    port = _port(environ.get("NACHKLANG_PORT") or "8080")
    return Settings(
        run=Path(environ.get("NACHKLANG_RUN_DIR") or REPOSITORY / ".run").resolve(),
        port=port,
        public_url=(environ.get("NACHKLANG_PUBLIC_URL") or f"http://127.0.0.1:{port}").rstrip("/"),
        spotify=_spotify(environ),
        double=_double(environ),
        catalogue=Path(environ.get("NACHKLANG_DOUBLE_CATALOGUE") or SAMPLE_CATALOGUE).resolve(),
        checkpoints=environ.get("NACHKLANG_CHECKPOINTS") or None,
        spark=SparkPlace(
            master=environ.get("NACHKLANG_SPARK_MASTER") or LOCAL_SPARK,
            conf=environ.get("NACHKLANG_SPARK_CONF", ""),
            hadoop=environ.get("HADOOP_CONF_DIR", ""),
        ),
        log_level=environ.get("NACHKLANG_LOG_LEVEL") or "INFO",
        paces=_paces(environ),
    )


def _port(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 0 < int(text) <= HIGHEST_PORT:
        raise SettingsError(f"NACHKLANG_PORT must be a port number, not {text!r}")
    return int(text)


def _double(environ: Mapping[str, str]) -> bool:
    """Whether it stands in."""
    wanted = environ.get("NACHKLANG_SPOTIFY", "")
    if wanted not in {"", "none"}:
        raise SettingsError(f"NACHKLANG_SPOTIFY is {wanted!r}: set it to none, for an instance without Spotify, or not")
    if wanted and environ.get("SPOTIFY_CLIENT_ID"):
        raise SettingsError("NACHKLANG_SPOTIFY is none and SPOTIFY_CLIENT_ID is set: which one is meant?")
    return not wanted and not environ.get("SPOTIFY_CLIENT_ID")


def _paces(environ: Mapping[str, str]) -> Mapping[str, str]:
    """What is set, and at the double no limits for the rest."""
    given = {name: environ[name] for name in PACES if environ.get(name)}
    return PACES | given if _double(environ) else given


def _spotify(environ: Mapping[str, str]) -> SpotifyApp | None:
    client_id, secret = environ.get("SPOTIFY_CLIENT_ID", ""), environ.get("SPOTIFY_CLIENT_SECRET", "")
    if not client_id and not secret:
        return None
    if not client_id or not secret:
        raise SettingsError("SPOTIFY_CLIENT_ID and SPOTIFY_CLIENT_SECRET belong together: set both, or neither")
    return SpotifyApp(
        client_id=client_id,
        client_secret=secret,
        accounts_url=environ.get("SPOTIFY_ACCOUNTS_URL") or SPOTIFY_ACCOUNTS,
        api_url=environ.get("SPOTIFY_API_URL") or SPOTIFY_API,
        open_url=environ.get("SPOTIFY_OPEN_URL") or SPOTIFY_OPEN,
    )

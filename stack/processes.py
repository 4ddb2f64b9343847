"""The list of processes of a stack: what `make run` starts, with which environment, after what."""

import sys
from dataclasses import replace
from functools import partial

from stack import credentials
from stack.layout import JARS, REPOSITORY
from stack.parts import Parts
from stack.probes import port_open, says_ok
from stack.servers import hdfs, kafka, mariadb
from stack.settings import OWN_HDFS, SpotifyApp
from stack.spec import ProcessSpec
from stack.topics import create_topics

Environment = dict[str, str]

STORES = (kafka.NAME, mariadb.NAME)
STREAM = "aggregator-stream"
# Without the enricher there are no new pictures, and all else goes on: it does not count for the gateway's readiness.
BEHIND_THE_GATEWAY = ("auth", "uploader", "aggregator-worker", STREAM)
DOUBLE = "double"
DOUBLE_CLIENT_ID = "nachklang"


def process_specs(parts: Parts) -> list[ProcessSpec]:
    """Every process, in the order in which a person would name them; the order of starting follows from `needs`."""
    spotify = _spotify(_double_app(parts) if parts.settings.double else parts.settings.spotify)
    return [
        parts.kafka.spec(finish=partial(create_topics, parts.kafka.bootstrap)),
        parts.mariadb.spec(),
        parts.redis.spec(),
        *([parts.hdfs.spec()] if _own_hdfs(parts) else []),
        *([_double(parts, spotify)] if parts.settings.double else []),
        _service(parts, "auth", env=spotify | {"NACHKLANG_TOKEN_KEY": _token_key(parts)}),
        _service(parts, "uploader", env={"TMPDIR": str(parts.layout.work("uploader"))}),
        _service(parts, "aggregator-worker", "worker"),
        _stream(parts),
        _service(parts, "enricher", env=spotify | dict(parts.settings.paces)),
        _service(parts, "gateway", env=_gateway(parts)),
    ]


def _service(parts: Parts, name: str, *arguments: str, env: Environment | None = None) -> ProcessSpec:
    """A process of one of our services; `aggregator-stream` is one of the service `aggregator`."""
    service = name.partition("-")[0]
    common = {
        "NACHKLANG_KAFKA": parts.kafka.bootstrap,
        "NACHKLANG_MARIADB_HOST": "127.0.0.1",
        "NACHKLANG_MARIADB_PORT": str(parts.mariadb.port),
        "NACHKLANG_MARIADB_PASSWORD": parts.mariadb.passwords[service],
        "NACHKLANG_OPS_PORT": str(parts.ports.get(f"{name}-ops")),
        "NACHKLANG_LOG_LEVEL": parts.settings.log_level,
        "NACHKLANG_PUBLIC_URL": parts.settings.public_url,
    }
    return ProcessSpec(
        name=name,
        argv=(sys.executable, "-m", service, *arguments),
        env=common | (env or {}),
        needs=STORES,
        ready=partial(says_ok, _ready_url(parts, name)),
    )


def _gateway(parts: Parts) -> Environment:
    """Its public /readyz includes the others; the page may show the pictures and players that the double serves."""
    origin = _double_address(parts) if parts.settings.double else ""
    return {
        "NACHKLANG_PORT": str(parts.settings.port),
        "NACHKLANG_REDIS_URL": parts.redis.url,
        "NACHKLANG_ADDRESS_KEY": parts.credentials.get("address-key"),
        "NACHKLANG_READY_URLS": " ".join(_ready_url(parts, name) for name in BEHIND_THE_GATEWAY),
        "NACHKLANG_IMAGE_ORIGINS": origin,
        "NACHKLANG_FRAME_ORIGINS": origin,
    }


def _ready_url(parts: Parts, name: str) -> str:
    return f"http://127.0.0.1:{parts.ports.get(f'{name}-ops')}/readyz"


def _own_hdfs(parts: Parts) -> bool:
    return parts.settings.checkpoints == OWN_HDFS


def _stream(parts: Parts) -> ProcessSpec:
    spec = _service(parts, STREAM, "stream", env=_spark(parts))
    return replace(spec, needs=(*spec.needs, hdfs.NAME)) if _own_hdfs(parts) else spec


def _spark(parts: Parts) -> Environment:
    folder = str(parts.layout.data("checkpoints"))
    work, place = parts.layout.work(STREAM), parts.settings.spark
    common = {
        "NACHKLANG_CHECKPOINTS": parts.hdfs.url if _own_hdfs(parts) else parts.settings.checkpoints or folder,
        "NACHKLANG_SPARK_MASTER": place.master,
        "NACHKLANG_SPARK_CONF": place.conf,
        "NACHKLANG_SPARK_JARS": str(JARS / "spark"),
        "SPARK_LOCAL_DIRS": str(work / "spark"),
    }
    hadoop = {"HADOOP_CONF_DIR": place.hadoop} if place.hadoop else {}
    # what runs in one process listens to nobody else; the executors of a cluster have to reach their driver
    return common | hadoop | ({"SPARK_LOCAL_IP": "127.0.0.1"} if place.is_local else {})


def _token_key(parts: Parts) -> str:
    return parts.credentials.get("token-key", credentials.key)


def _spotify(app: SpotifyApp | None) -> Environment:
    return (
        {}
        if app is None
        else {
            "SPOTIFY_CLIENT_ID": app.client_id,
            "SPOTIFY_CLIENT_SECRET": app.client_secret,
            "SPOTIFY_ACCOUNTS_URL": app.accounts_url,
            "SPOTIFY_API_URL": app.api_url,
            "SPOTIFY_OPEN_URL": app.open_url,
        }
    )


def _double_app(parts: Parts) -> SpotifyApp:
    """The application that is registered at the double: ours."""
    address = _double_address(parts)
    return SpotifyApp(
        client_id=DOUBLE_CLIENT_ID,
        client_secret=parts.credentials.get("double-client"),
        accounts_url=address,
        api_url=address,
        open_url=address,
    )


def _double_address(parts: Parts) -> str:
    return f"http://127.0.0.1:{parts.ports.get(DOUBLE)}"


def _double(parts: Parts, spotify: Environment) -> ProcessSpec:
    port = parts.ports.get(DOUBLE)
    catalogue = parts.settings.catalogue
    return ProcessSpec(
        name=DOUBLE,
        argv=(sys.executable, "-m", "stack.double"),
        env={
            "PYTHONPATH": str(REPOSITORY),
            "NACHKLANG_DOUBLE_PORT": str(port),
            "NACHKLANG_DOUBLE_REDIRECTS": f"{parts.settings.public_url}/auth/callback",
            "SPOTIFY_CLIENT_ID": spotify["SPOTIFY_CLIENT_ID"],
            "SPOTIFY_CLIENT_SECRET": spotify["SPOTIFY_CLIENT_SECRET"],
        }
        | ({"NACHKLANG_DOUBLE_CATALOGUE": str(catalogue)} if catalogue.exists() else {}),
        ready=partial(port_open, port),
    )

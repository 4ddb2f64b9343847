"""What each process of the stack is given: everything it needs, and no secret of another's."""

from pathlib import Path

import pytest

from stack.job import JOBS, job_environment
from stack.parts import Parts, make_parts
from stack.processes import process_specs
from stack.run import CannotRun, selected
from stack.settings import read_settings
from stack.spec import ProcessSpec

SERVICES = ("auth", "uploader", "aggregator-worker", "aggregator-stream", "enricher", "gateway")


def parts(run: Path, **environ: str) -> Parts:
    return make_parts(read_settings({"NACHKLANG_RUN_DIR": str(run)} | environ))


def specs(run: Path, **environ: str) -> dict[str, ProcessSpec]:
    return {spec.name: spec for spec in process_specs(parts(run, **environ))}


def test_without_an_application_people_sign_in_at_the_double(tmp_path: Path) -> None:
    by_name = specs(tmp_path, NACHKLANG_PORT="9000")
    double, auth = by_name["double"], by_name["auth"]
    assert auth.env["SPOTIFY_ACCOUNTS_URL"] == f"http://127.0.0.1:{double.env['NACHKLANG_DOUBLE_PORT']}"
    assert auth.env["SPOTIFY_CLIENT_SECRET"] == double.env["SPOTIFY_CLIENT_SECRET"]
    assert double.env["NACHKLANG_DOUBLE_REDIRECTS"] == "http://127.0.0.1:9000/auth/callback"


def test_with_an_application_the_double_is_not_started(tmp_path: Path) -> None:
    by_name = specs(tmp_path, SPOTIFY_CLIENT_ID="id", SPOTIFY_CLIENT_SECRET="real-secret")
    assert "double" not in by_name
    assert by_name["auth"].env["SPOTIFY_ACCOUNTS_URL"] == "https://accounts.spotify.com"


def test_without_spotify_nobody_stands_in_and_nobody_has_an_application(tmp_path: Path) -> None:
    by_name = specs(tmp_path, NACHKLANG_SPOTIFY="none")
    assert "double" not in by_name
    assert not any("SPOTIFY_CLIENT_ID" in spec.env for spec in by_name.values())


def test_only_those_who_speak_to_spotify_have_its_secret(tmp_path: Path) -> None:
    by_name = specs(tmp_path, SPOTIFY_CLIENT_ID="id", SPOTIFY_CLIENT_SECRET="real-secret")
    assert {name for name, spec in by_name.items() if "real-secret" in spec.env.values()} == {"auth", "enricher"}


def test_only_auth_has_the_key_of_the_tokens(tmp_path: Path) -> None:
    assert [name for name, spec in specs(tmp_path).items() if "NACHKLANG_TOKEN_KEY" in spec.env] == ["auth"]


def test_each_service_has_the_password_of_its_own_user(tmp_path: Path) -> None:
    passwords = parts(tmp_path).mariadb.passwords
    for name, spec in specs(tmp_path).items():
        if name in SERVICES:
            assert spec.env["NACHKLANG_MARIADB_PASSWORD"] == passwords[name.partition("-")[0]]


def test_no_two_processes_share_a_port_for_operation(tmp_path: Path) -> None:
    by_name = specs(tmp_path)
    assert len({by_name[name].env["NACHKLANG_OPS_PORT"] for name in SERVICES}) == len(SERVICES)


def test_no_secret_stands_in_a_command_line(tmp_path: Path) -> None:
    words = " ".join(word for spec in specs(tmp_path).values() for word in spec.argv)
    for secret in (tmp_path / "secrets").iterdir():
        assert secret.read_text() not in words


def test_named_processes_bring_what_they_need(tmp_path: Path) -> None:
    chosen = selected(list(specs(tmp_path).values()), ["uploader"])
    assert [spec.name for spec in chosen] == ["kafka", "mariadb", "uploader"]


def test_an_unknown_process_is_refused_with_the_names(tmp_path: Path) -> None:
    with pytest.raises(CannotRun, match=r"No such process: mail.*There are: kafka"):
        selected(list(specs(tmp_path).values()), ["mail"])


def test_an_hdfs_is_started_where_it_is_asked_for_and_before_the_stream(tmp_path: Path) -> None:
    by_name = specs(tmp_path, NACHKLANG_CHECKPOINTS="hdfs")
    assert "hdfs" in by_name["aggregator-stream"].needs
    assert by_name["aggregator-stream"].env["NACHKLANG_CHECKPOINTS"] == parts(tmp_path).hdfs.url
    assert "hdfs" in by_name


def test_checkpoints_lie_in_the_run_directory_otherwise(tmp_path: Path) -> None:
    by_name = specs(tmp_path)
    assert by_name["aggregator-stream"].env["NACHKLANG_CHECKPOINTS"] == str(tmp_path / "data" / "checkpoints")
    assert "hdfs" not in by_name


def test_spark_runs_in_its_driver_and_listens_to_nobody_else(tmp_path: Path) -> None:
    env = specs(tmp_path)["aggregator-stream"].env
    assert (env["NACHKLANG_SPARK_MASTER"], env["SPARK_LOCAL_IP"]) == ("local[2]", "127.0.0.1")
    assert "HADOOP_CONF_DIR" not in env


def test_spark_runs_on_a_cluster_where_it_is_asked_for(tmp_path: Path) -> None:
    conf = "spark.executor.memory=512m;spark.executor.cores=2"
    asked = {"NACHKLANG_SPARK_MASTER": "yarn", "NACHKLANG_SPARK_CONF": conf, "HADOOP_CONF_DIR": "/etc/hadoop"}
    env = specs(tmp_path, **asked)["aggregator-stream"].env
    assert {name: env[name] for name in asked} == asked
    assert "SPARK_LOCAL_IP" not in env


def test_a_job_is_given_what_the_stream_has_and_no_other_secret(tmp_path: Path) -> None:
    stream = specs(tmp_path)["aggregator-stream"].env
    outer = {"PATH": "/usr/bin", "SPOTIFY_CLIENT_SECRET": "real-secret"}
    given = job_environment(parts(tmp_path), outer)
    assert {name: given[name] for name in stream} == dict(stream)
    assert given["PATH"] == "/usr/bin"
    assert "real-secret" not in given.values()


def test_a_job_of_auth_is_given_what_auth_has_and_nothing_of_the_others(tmp_path: Path) -> None:
    by_name = specs(tmp_path)
    given = job_environment(parts(tmp_path), {"PATH": "/usr/bin"}, JOBS["admin"].process)
    assert {name: given[name] for name in by_name["auth"].env} == dict(by_name["auth"].env)
    assert by_name["aggregator-stream"].env["NACHKLANG_MARIADB_PASSWORD"] not in given.values()

"""Further settings of Spark's, as the operator writes them."""

import pytest

from aggregator.jobs.session import extra


def test_settings_stand_on_lines_or_between_semicolons() -> None:
    conf = "spark.executor.memory=512m;spark.yarn.jars = local:/jars/*\n\nspark.x=a=b;"

    assert extra(conf) == {"spark.executor.memory": "512m", "spark.yarn.jars": "local:/jars/*", "spark.x": "a=b"}
    assert extra("") == {}


def test_what_is_no_setting_is_refused() -> None:
    with pytest.raises(ValueError, match=r"spark\.executor\.memory"):
        extra("spark.executor.memory 512m")

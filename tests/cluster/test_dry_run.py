"""What each profile renders to is what an API server takes: names, types, rules between fields, and Pod Security."""

import pytest

from tests.cluster.kubectl import get, warnings_of_dry_run
from tests.cluster.pods import IN
from tests.cluster.skaffold import render


@pytest.mark.parametrize("profile", ["laptop", "cluster", "ci"])
def test_the_server_takes_a_first_installation_without_a_warning(node: None, namespace: None, profile: str) -> None:
    if get("deployments", IN):
        pytest.skip("Nachklang is deployed already: what its objects may not change would be refused")
    assert warnings_of_dry_run(render(profile)) == []

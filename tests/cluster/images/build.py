"""`python -m tests.cluster.images.build`: one image, as skaffold asks for it in the environment (see build.sh)."""

import os
import sys
from pathlib import Path

from tests.cluster.images import buildah


def main() -> int:
    """The exit status."""
    image, context = os.environ["IMAGE"], Path(os.environ["BUILD_CONTEXT"])
    packages = os.environ.get("MORE_PACKAGES")
    try:
        values = {"MORE_PACKAGES": packages} if packages else {}
        buildah.build(image, context, context / os.environ["DOCKERFILE"], values)
        if os.environ.get("PUSH_IMAGE") == "true":
            buildah.push(image)
    except buildah.BuildError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())

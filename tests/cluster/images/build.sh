#!/bin/sh
# Skaffold's builder of the profile `ci`: an image of ours by buildah, pushed to the node's registry.
# From skaffold: IMAGE, PUSH_IMAGE and BUILD_CONTEXT; beside it DOCKERFILE and, if wanted, MORE_PACKAGES.
set -eu
cd "$(dirname "$0")/../../.."
exec "${PYTHON:-python3}" -m tests.cluster.images.build

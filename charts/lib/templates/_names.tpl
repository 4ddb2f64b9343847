{{/* Labels of everything. Takes a dict: root, name (of the workload) and component. */}}
{{- define "lib.labels" -}}
{{ include "lib.selector" . }}
app.kubernetes.io/part-of: nachklang
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .root.Chart.Name .root.Chart.Version }}
{{- end -}}

{{/* The labels that find its pods. The name is the chart's: network policies know a service by it. */}}
{{- define "lib.selector" -}}
app.kubernetes.io/name: {{ .root.Chart.Name }}
app.kubernetes.io/component: {{ .component }}
{{- end -}}

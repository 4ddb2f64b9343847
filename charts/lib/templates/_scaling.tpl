{{/* How many pods may be away at a time. Takes a dict: root, optionally name and component. */}}
{{- define "lib.disruptionBudget" -}}
{{- $names := dict "root" .root "component" (.component | default "service") -}}
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: {{ .name | default .root.Chart.Name }}
  labels: {{- include "lib.labels" $names | nindent 4 }}
spec:
  maxUnavailable: 1
  selector:
    matchLabels: {{- include "lib.selector" $names | nindent 6 }}
{{- end -}}

{{/* KEDA: replicas by the consumer lag of a group, never more than the topic has partitions. Takes the root. */}}
{{- define "lib.autoscaling" -}}
{{- $names := dict "root" . "component" "service" -}}
{{- with .Values.autoscaling -}}
apiVersion: keda.sh/v1alpha1
kind: ScaledObject
metadata:
  name: {{ $.Chart.Name }}
  labels: {{- include "lib.labels" $names | nindent 4 }}
spec:
  scaleTargetRef: {name: {{ $.Chart.Name }}}
  minReplicaCount: {{ $.Values.replicas }}
  maxReplicaCount: {{ .maxReplicas }}
  cooldownPeriod: 300
  triggers:
    {{- range .topics }}
    - type: kafka
      metadata:
        bootstrapServers: {{ $.Values.global.kafka.bootstrap | quote }}
        consumerGroup: {{ $.Values.autoscaling.group | quote }}
        topic: {{ . | quote }}
        lagThreshold: {{ $.Values.autoscaling.lag | quote }}
        {{- if $.Values.global.kafka.sasl }}
        sasl: scram_sha512
        username: {{ $.Chart.Name }}
      authenticationRef: {name: {{ $.Chart.Name }}-kafka}
        {{- end }}
    {{- end }}
{{- if $.Values.global.kafka.sasl }}
---
apiVersion: keda.sh/v1alpha1
kind: TriggerAuthentication
metadata:
  name: {{ $.Chart.Name }}-kafka
  labels: {{- include "lib.labels" $names | nindent 4 }}
spec:
  secretTargetRef:
    - {parameter: password, name: {{ $.Chart.Name }}, key: password}
{{- end }}
{{- end }}
{{- end -}}

{{/* Prometheus: where the figures of a chart's workloads are. Takes the root. */}}
{{- define "lib.serviceMonitor" -}}
apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata:
  name: {{ .Chart.Name }}
  labels:
    {{- include "lib.labels" (dict "root" . "component" "service") | nindent 4 }}
    {{- with .Values.global.monitoring.labels }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
spec:
  selector:
    matchLabels: {app.kubernetes.io/name: {{ .Chart.Name }}}
  endpoints: [{port: ops, path: /metrics}]
{{- end -}}

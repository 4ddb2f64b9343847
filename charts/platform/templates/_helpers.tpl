{{/* Labels of one part of the platform. Takes a dict: root and name. */}}
{{- define "platform.labels" -}}
{{ include "platform.selector" . }}
app.kubernetes.io/part-of: nachklang
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .root.Chart.Name .root.Chart.Version }}
{{- end -}}

{{- define "platform.selector" -}}
app.kubernetes.io/name: {{ .name }}
app.kubernetes.io/instance: nachklang
{{- end -}}

{{/* A volume for data: a claim where it is persistent, else as long as the pod. Takes the storage. */}}
{{- define "platform.claim" -}}
- metadata: {name: data}
  spec:
    accessModes: [ReadWriteOnce]
    {{- with .class }}
    storageClassName: {{ . }}
    {{- end }}
    resources: {requests: {storage: {{ .size }}}}
{{- end -}}

{{/* What a container of somebody else's image may: the same as ours. */}}
{{- define "platform.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities: {drop: [ALL]}
{{- end -}}

{{/* Who may pull the images, where a registry asks. Takes the root. */}}
{{- define "platform.pullSecrets" -}}
{{- with .Values.global.imagePullSecrets -}}
imagePullSecrets: {{- toYaml . | nindent 2 }}
{{- end }}
{{- end -}}

{{/* The services' users at MariaDB, as files/grants.sql names them. */}}
{{- define "platform.mariaDbUsers" -}}
[auth, uploader, aggregator, enricher, gateway]
{{- end -}}

{{- define "platform.kafkaUsers" -}}
{{- .Files.Get "files/kafka-users.yaml" -}}
{{- end -}}

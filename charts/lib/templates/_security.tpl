{{/* What Pod Security "restricted" asks of a pod. Takes the user's id. */}}
{{- define "lib.podSecurity" -}}
runAsNonRoot: true
runAsUser: {{ . }}
runAsGroup: {{ . }}
fsGroup: {{ . }}
fsGroupChangePolicy: OnRootMismatch
seccompProfile: {type: RuntimeDefault}
{{- end -}}

{{/* The same of a container. skaffold dev writes into the image's files, nothing else does. Takes the root. */}}
{{- define "lib.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: {{ not .Values.global.dev }}
capabilities: {drop: [ALL]}
{{- end -}}

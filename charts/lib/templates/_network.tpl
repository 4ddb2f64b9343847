{{/* Ways between pods: everything that is not named is denied (charts/platform/templates/policies.yaml). A way is named
     at both of its ends. The helpers give one entry of a policy's list. */}}

{{- define "lib.pods" -}}
podSelector: {matchLabels: {app.kubernetes.io/name: {{ . }}}}
{{- end -}}

{{- define "lib.toKafka" -}}
- to: [{ {{- include "lib.pods" "kafka" -}} }]
  ports: [{port: 9092}]
{{- end -}}

{{- define "lib.toMariaDb" -}}
- to: [{ {{- include "lib.pods" "mariadb" -}} }]
  ports: [{port: 3306}]
{{- end -}}

{{/* The API server is no pod: its address is known to the cluster's operator only. Takes the root. */}}
{{- define "lib.toKubernetesApi" -}}
- to:
    {{- range .Values.kubernetesApi.cidrs }}
    - ipBlock: {cidr: {{ . | quote }}}
    {{- end }}
  ports:
    {{- range .Values.kubernetesApi.ports }}
    - {port: {{ . }}}
    {{- end }}
{{- end -}}

{{/* Spotify is outside of the cluster; its double, where there is one, inside. Takes the root. */}}
{{- define "lib.toSpotify" -}}
- to: [{ipBlock: {cidr: 0.0.0.0/0, except: [10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16]}}]
  ports: [{port: 443}]
{{- if .Values.global.spotify.double }}
- to: [{ {{- include "lib.pods" "double" -}} }]
  ports: [{port: 8090}]
{{- end }}
{{- end -}}

{{/* Prometheus reads figures, where there is monitoring. Takes the root. */}}
{{- define "lib.fromMonitoring" -}}
{{- with .Values.global.monitoring }}
{{- if .enabled }}
- from: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: {{ .namespace }}}}}]
  ports: [{port: 9000}]
{{- end }}
{{- end }}
{{- end -}}

{{/* The policy of a chart's pods. Takes a dict: root, egress and ingress (lists as text), optionally name and component. */}}
{{- define "lib.networkPolicy" -}}
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: {{ .name | default .root.Chart.Name }}
  labels: {{- include "lib.labels" (dict "root" .root "component" (.component | default "service")) | nindent 4 }}
spec:
  podSelector:
    matchLabels:
      app.kubernetes.io/name: {{ .root.Chart.Name }}
      {{- with .component }}
      app.kubernetes.io/component: {{ . }}
      {{- end }}
  policyTypes: [Ingress, Egress]
  {{- with trim (.ingress | default "") }}
  ingress: {{- . | nindent 4 }}
  {{- end }}
  {{- with trim (.egress | default "") }}
  egress: {{- . | nindent 4 }}
  {{- end }}
{{- end -}}

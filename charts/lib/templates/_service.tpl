{{/* A Service for a workload. Takes a dict: root, optionally name, component, ports (beside ops), headless, type, nodePorts. */}}
{{- define "lib.service" -}}
{{- $names := dict "root" .root "component" (.component | default "service") -}}
apiVersion: v1
kind: Service
metadata:
  name: {{ .name | default .root.Chart.Name }}
  labels: {{- include "lib.labels" $names | nindent 4 }}
spec:
  {{- if .headless }}
  clusterIP: None
  publishNotReadyAddresses: true
  {{- end }}
  {{- with .type }}
  type: {{ . }}
  {{- end }}
  selector: {{- include "lib.selector" $names | nindent 4 }}
  ports:
    {{- with .ports }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
    - {name: ops, port: 9000, targetPort: ops}
{{- end -}}

{{/* The account of a service: it may nothing, unless the chart binds a role to it. Takes a dict: root, optionally name
     and component. */}}
{{- define "lib.serviceAccount" -}}
apiVersion: v1
kind: ServiceAccount
metadata:
  name: {{ .name | default .root.Chart.Name }}
  labels: {{- include "lib.labels" (dict "root" .root "component" (.component | default "service")) | nindent 4 }}
automountServiceAccountToken: false
{{- with .root.Values.global.imagePullSecrets }}
imagePullSecrets: {{- toYaml . | nindent 2 }}
{{- end }}
{{- end -}}

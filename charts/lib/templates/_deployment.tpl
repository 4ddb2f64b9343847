{{/* A Deployment of one process. Takes a dict: root, and optionally
     name (else the chart's), component (service), command (a list, else the image's own), module (what skaffold dev runs anew),
     env (more of it), ports (beside ops), mounts and volumes, account (of its own, with a token), strategy, values (else the chart's own),
     preStop (seconds until a proxy has heard that the pod goes). */}}
{{- define "lib.deployment" -}}
{{- $root := .root -}}
{{- $values := .values | default $root.Values -}}
{{- $name := .name | default $root.Chart.Name -}}
{{- $names := dict "root" $root "component" (.component | default "service") -}}
apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ $name }}
  labels: {{- include "lib.labels" $names | nindent 4 }}
spec:
  {{- if not ($values.autoscaling | default dict).enabled }}
  replicas: {{ $values.replicas }}
  {{- end }}
  strategy: {{- .strategy | default (dict "type" "RollingUpdate" "rollingUpdate" (dict "maxSurge" 1 "maxUnavailable" 0)) | toYaml | nindent 4 }}
  selector:
    matchLabels: {{- include "lib.selector" $names | nindent 6 }}
  template:
    metadata:
      labels: {{- include "lib.labels" $names | nindent 8 }}
    spec: {{- include "lib.podSpec" (merge (dict "name" $name "values" $values "names" $names) .) | nindent 6 }}
{{- end -}}

{{- define "lib.podSpec" -}}
{{- $root := .root -}}
{{- $values := .values -}}
serviceAccountName: {{ .account | default $root.Chart.Name }}
automountServiceAccountToken: {{ not (empty .account) }}
terminationGracePeriodSeconds: 20
securityContext: {{- include "lib.podSecurity" 10001 | nindent 2 }}
{{- if $values.spread }}
affinity:
  podAntiAffinity:
    # preferred: the pod of a roll-out, or of a node that is drained, must find a place where each node has one already
    preferredDuringSchedulingIgnoredDuringExecution:
      - weight: 100
        podAffinityTerm:
          topologyKey: kubernetes.io/hostname
          labelSelector:
            matchLabels: {{- include "lib.selector" .names | nindent 14 }}
{{- end }}
containers:
  - name: {{ .name }}
    image: {{ $root.Values.image | quote }}
    imagePullPolicy: {{ $root.Values.global.imagePullPolicy }}
    {{- if and $root.Values.global.dev .module }}
    command: [watchfiles, --filter, python, "python3 -m debugpy --listen 0.0.0.0:5678 -m {{ .module }}", /app/services]
    {{- else if .command }}
    args: {{- .command | toYaml | nindent 6 }}
    {{- end }}
    ports:
      {{- if and $root.Values.global.dev .module }}
      - {name: debug, containerPort: 5678}
      {{- end }}
      {{- with .ports }}
      {{- toYaml . | nindent 6 }}
      {{- end }}
      - {name: ops, containerPort: 9000}
    env:
      {{- include "lib.env" $root | nindent 6 }}
      {{- with .env }}
      {{- . | nindent 6 }}
      {{- end }}
    startupProbe: {httpGet: {path: /healthz, port: ops}, periodSeconds: 3, failureThreshold: 100}
    livenessProbe: {httpGet: {path: /healthz, port: ops}, periodSeconds: 10, timeoutSeconds: 5}
    readinessProbe: {httpGet: {path: /readyz, port: ops}, periodSeconds: 5, timeoutSeconds: 5}
    {{- with .preStop }}
    lifecycle: {preStop: {sleep: {seconds: {{ . }}}}}
    {{- end }}
    resources: {{- toYaml $values.resources | nindent 6 }}
    securityContext: {{- include "lib.containerSecurity" $root | nindent 6 }}
    volumeMounts:
      - {name: tmp, mountPath: /tmp}
      {{- with .mounts }}
      {{- toYaml . | nindent 6 }}
      {{- end }}
volumes:
  - {name: tmp, emptyDir: {sizeLimit: {{ $values.scratch | quote }}}}
  {{- with .volumes }}
  {{- toYaml . | nindent 2 }}
  {{- end }}
{{- end -}}

{{/* Whether a migration can run before the upgrade: MariaDB has the grants of this version, and every secret its key.
     In an upgrade of the umbrella these come only after all hooks. Where the cluster is not asked, as by `helm template`,
     yes. Takes the root. */}}
{{- define "lib.canMigrate" -}}
{{- $there := lookup "v1" "ConfigMap" .Release.Namespace "mariadb-grants" -}}
{{- $missing := list -}}
{{- if $there -}}
{{- $grants := (get $there "metadata").annotations | default dict -}}
{{- if ne (get $grants "checksum/grants") (include "lib.grants" .) -}}
{{- $missing = append $missing "grants" -}}
{{- end -}}
{{- range $secret := .Values.secrets -}}
{{- $data := (lookup "v1" "Secret" $.Release.Namespace $secret.name).data | default dict -}}
{{- if not (or $secret.optional (hasKey $data $secret.key)) -}}
{{- $missing = append $missing $secret.key -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- ternary "" "yes" (gt (len $missing) 0) -}}
{{- end -}}

{{/* Migrations before an upgrade, while the old version runs: each suits it. The service migrates by itself as it starts
     where this cannot be: at an installation, for there is no database before, and where it lacks what comes with the
     upgrade. Takes the root. */}}
{{- define "lib.migrate" -}}
{{- if include "lib.canMigrate" . -}}
{{- $names := dict "root" . "component" "migrate" -}}
apiVersion: batch/v1
kind: Job
metadata:
  name: {{ .Chart.Name }}-migrate
  labels: {{- include "lib.labels" $names | nindent 4 }}
  annotations:
    helm.sh/hook: pre-upgrade
    helm.sh/hook-delete-policy: before-hook-creation,hook-succeeded
spec:
  backoffLimit: 3
  activeDeadlineSeconds: {{ .Values.migrate.deadlineSeconds }}
  template:
    metadata:
      labels: {{- include "lib.labels" $names | nindent 8 }}
    spec:
      serviceAccountName: {{ .Chart.Name }}
      automountServiceAccountToken: false
      restartPolicy: Never
      securityContext: {{- include "lib.podSecurity" 10001 | nindent 8 }}
      containers:
        - name: migrate
          image: {{ .Values.image | quote }}
          imagePullPolicy: {{ .Values.global.imagePullPolicy }}
          args: [python3, -m, {{ .Chart.Name }}, migrate]
          env:
            {{- include "lib.env" . | nindent 12 }}
            - {name: NACHKLANG_PUBLIC_URL, value: {{ .Values.global.publicUrl | quote }}}
          resources:
            requests: {cpu: 10m, memory: 96Mi}
            limits: {memory: 256Mi}
          securityContext: {{- include "lib.containerSecurity" . | nindent 12 }}
          volumeMounts: [{name: tmp, mountPath: /tmp}]
      volumes: [{name: tmp, emptyDir: {}}]
{{- end -}}
{{- end -}}

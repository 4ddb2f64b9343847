{{/* Migrations before an upgrade, while the old version runs: each suits it. At an installation the service migrates
     by itself as it starts, for there is no database before. Takes the root. */}}
{{- define "lib.migrate" -}}
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
  activeDeadlineSeconds: 280
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

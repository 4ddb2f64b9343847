{{/* What a Spark driver has in its environment besides. Takes a dict: root, master, memory, conf (a dict). */}}
{{- define "aggregator.sparkEnv" -}}
- {name: NACHKLANG_CHECKPOINTS, value: {{ printf "%s%s" .root.Values.global.hdfs.url .root.Values.stream.checkpoints | quote }}}
- {name: NACHKLANG_STANDINGS_EVERY_MS, value: {{ .root.Values.stream.standingsEveryMs | quote }}}
- {name: NACHKLANG_SPARK_MASTER, value: {{ .master | quote }}}
- {name: NACHKLANG_SPARK_DRIVER_MEMORY, value: {{ .memory | quote }}}
- {name: SPARK_LOCAL_DIRS, value: /tmp/spark}
- {name: POD_NAME, valueFrom: {fieldRef: {fieldPath: metadata.name}}}
- name: NACHKLANG_SPARK_CONF
  value: |
    {{- range $key, $value := .conf }}
    {{ $key }}={{ $value }}
    {{- end }}
{{- end -}}

{{/* The driver's side of executors that are pods. $(POD_NAME) is for Kubernetes to fill in. Takes the root. */}}
{{- define "aggregator.executorConf" -}}
{{- $executors := .Values.stream.executors -}}
spark.driver.host: {{ printf "aggregator-stream.%s.svc" .Release.Namespace }}
spark.driver.bindAddress: "0.0.0.0"
spark.driver.port: "7078"
spark.driver.blockManager.port: "7079"
spark.kubernetes.driver.pod.name: $(POD_NAME)
{{ include "aggregator.commonConf" . }}
spark.kubernetes.executor.podTemplateFile: /etc/spark/executor.yaml
spark.kubernetes.executor.request.cores: {{ $executors.request | quote }}
spark.executor.instances: {{ $executors.instances | quote }}
spark.executor.cores: {{ $executors.cores | quote }}
spark.executor.memory: {{ $executors.memory | quote }}
spark.executor.memoryOverhead: {{ $executors.memoryOverhead | quote }}
{{- end -}}

{{/* What holds whoever starts the driver. */}}
{{- define "aggregator.commonConf" -}}
spark.blockManager.port: "7079"
spark.kubernetes.namespace: {{ .Release.Namespace }}
spark.kubernetes.container.image: {{ .Values.image | quote }}
spark.kubernetes.container.image.pullPolicy: {{ .Values.global.imagePullPolicy }}
spark.kubernetes.authenticate.executor.serviceAccountName: aggregator
spark.kubernetes.executor.label.app.kubernetes.io/name: aggregator
spark.kubernetes.executor.label.app.kubernetes.io/component: executor
spark.kubernetes.executor.label.app.kubernetes.io/part-of: nachklang
{{- /* one data node keeps one copy; more of them are charts/platform's to say */}}
spark.hadoop.dfs.replication: {{ .Values.global.hdfs.replication | quote }}
{{- range $key, $value := .Values.stream.conf }}
{{ $key }}: {{ $value | quote }}
{{- end }}
{{- end -}}

{{/* What an executor's pod has to be in a restricted namespace; Spark adds the rest. Takes the root. */}}
{{- define "aggregator.executorPod" -}}
apiVersion: v1
kind: Pod
spec:
  automountServiceAccountToken: false
  securityContext: {{- include "lib.podSecurity" 10001 | nindent 4 }}
  containers:
    - name: spark-kubernetes-executor
      securityContext: {{- include "lib.containerSecurity" . | nindent 8 }}
      volumeMounts: [{name: tmp, mountPath: /tmp}]
  volumes: [{name: tmp, emptyDir: {sizeLimit: {{ .Values.stream.scratch | quote }}}}]
{{- end -}}

{{/* The same of a driver that an operator starts. Takes the root. */}}
{{- define "aggregator.driverPod" -}}
apiVersion: v1
kind: Pod
spec:
  automountServiceAccountToken: true
  securityContext: {{- include "lib.podSecurity" 10001 | nindent 4 }}
  containers:
    - name: spark-kubernetes-driver
      ports: [{name: ops, containerPort: 9000}]
      startupProbe: {httpGet: {path: /healthz, port: ops}, periodSeconds: 3, failureThreshold: 100}
      livenessProbe: {httpGet: {path: /healthz, port: ops}, periodSeconds: 10, timeoutSeconds: 5}
      readinessProbe: {httpGet: {path: /readyz, port: ops}, periodSeconds: 5, timeoutSeconds: 5}
      securityContext: {{- include "lib.containerSecurity" . | nindent 8 }}
      volumeMounts: [{name: tmp, mountPath: /tmp}]
  volumes: [{name: tmp, emptyDir: {sizeLimit: {{ .Values.stream.scratch | quote }}}}]
{{- end -}}

{{/* The environment that every process of ours has: where Kafka and MariaDB are and as whom it comes; its ops port;
     then the chart's settings, and its secrets by reference. Takes the root. */}}
{{- define "lib.env" -}}
{{- $global := .Values.global -}}
- {name: NACHKLANG_KAFKA, value: {{ $global.kafka.bootstrap | quote }}}
{{- if $global.kafka.sasl }}
- {name: NACHKLANG_KAFKA_USER, value: {{ .Chart.Name | quote }}}
- {name: NACHKLANG_KAFKA_PASSWORD, valueFrom: {secretKeyRef: {name: {{ .Chart.Name | quote }}, key: password}}}
{{- end }}
- {name: NACHKLANG_MARIADB_HOST, value: {{ $global.mariadb.host | quote }}}
- {name: NACHKLANG_MARIADB_PORT, value: {{ $global.mariadb.port | quote }}}
- {name: NACHKLANG_OPS_HOST, value: "0.0.0.0"}
- {name: NACHKLANG_OPS_PORT, value: "9000"}
{{- range $name, $value := .Values.settings }}
- {name: {{ $name }}, value: {{ $value | quote }}}
{{- end }}
{{- range $name, $secret := .Values.secrets }}
- name: {{ $name }}
  valueFrom: {secretKeyRef: {name: {{ $secret.name | quote }}, key: {{ $secret.key | quote }}, optional: {{ $secret.optional | default false }}}}
{{- end }}
{{- end -}}

{{/* Where Spotify, or its double, answers; nothing where it is Spotify itself. Takes the root. */}}
{{- define "lib.spotifyEnv" -}}
{{- $spotify := .Values.global.spotify -}}
{{- if $spotify.url }}
- {name: SPOTIFY_ACCOUNTS_URL, value: {{ $spotify.url | quote }}}
- {name: SPOTIFY_API_URL, value: {{ $spotify.url | quote }}}
{{- end }}
{{- end -}}

{{/* Written by `make contract`: the sum of platform/files/grants.sql, to ask whether MariaDB has them. */}}
{{- define "lib.grants" -}}
56089aa70973c94aed7f530608b3bf9d8c9bda1037bf8579815c6f861e857c51
{{- end -}}

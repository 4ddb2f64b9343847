"""What each service would otherwise write again: settings, logs, health, consuming, request and reply, migrations."""

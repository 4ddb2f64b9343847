"""What the uploader does with each message."""

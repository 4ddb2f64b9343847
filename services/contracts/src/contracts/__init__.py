"""The contract between the services: topics, messages, examples and the codec. Pure; knows no service."""

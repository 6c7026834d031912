"""The suites: documents with questions and keys. Each follows `base.Suite`."""

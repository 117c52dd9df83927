project = "engine"
release = "1.3.0rc1"  # kept
needs = "1.2.0"

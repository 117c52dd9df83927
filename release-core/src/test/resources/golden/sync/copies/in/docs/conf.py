project = "engine"
release = "1.2.0"  # kept
needs = "1.2.0"

project = "engine"
release = "1.3.0b1"  # kept
needs = "1.2.0"

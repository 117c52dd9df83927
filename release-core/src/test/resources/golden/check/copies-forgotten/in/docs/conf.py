project = "engine"
release = "1.1.0b2"

release = "1.2.0"
version = "1.1"

version = ".".join(["1", "2"])

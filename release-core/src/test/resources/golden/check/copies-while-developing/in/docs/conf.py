release = "1.2.0.dev0"

release = "1.2.0rc1"

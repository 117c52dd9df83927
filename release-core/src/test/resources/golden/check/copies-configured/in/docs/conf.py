release = "1.2.0-rc.1"

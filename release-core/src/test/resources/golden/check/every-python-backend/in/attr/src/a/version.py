VERSION: str = "3.1.0"

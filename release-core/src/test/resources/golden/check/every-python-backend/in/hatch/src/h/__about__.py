# made by hand
__version__ = "3.1.0"

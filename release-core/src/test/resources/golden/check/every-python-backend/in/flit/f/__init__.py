"""Doc."""
__version__ = '3.1.0'

from setuptools import setup
from setuptools_rust import RustExtension

setup(
    name="engine",
    version="1.1.0",  # as the crate
    rust_extensions=[RustExtension("engine._native")],
)

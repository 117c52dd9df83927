from setuptools import setup
setup(name="overruled", version="0.9.0")

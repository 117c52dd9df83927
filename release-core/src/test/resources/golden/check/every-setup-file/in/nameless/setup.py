from setuptools import setup
from meta import NAME
setup(name=NAME, version="1.2.0")

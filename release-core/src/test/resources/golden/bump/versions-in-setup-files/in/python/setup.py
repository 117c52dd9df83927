from setuptools import setup

# the version
VERSION = '1.1.0' ; DEBUG = 1
setup(version = VERSION,name=r"engine",)

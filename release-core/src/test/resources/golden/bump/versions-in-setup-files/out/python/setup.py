from setuptools import setup

# the version
VERSION = '1.2.0b1' ; DEBUG = 1
setup(version = VERSION,name=r"engine",)

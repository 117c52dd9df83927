from setuptools import setup
setup(name='engine', version='1.0.0')

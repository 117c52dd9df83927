from setuptools import setup
setup(name="computed-git", version=compute())

import versioneer
from setuptools import setup
setup(name="setup-git", version=versioneer.get_version(), cmdclass=versioneer.get_cmdclass())

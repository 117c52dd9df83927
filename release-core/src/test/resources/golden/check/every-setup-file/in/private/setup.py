from distutils.core import setup
setup(name="private", version="0.0.1", classifiers=["Private :: Do Not Upload"])

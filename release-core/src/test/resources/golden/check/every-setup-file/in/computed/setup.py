from setuptools import setup

about = {}
exec(open("computed/version.py").read(), about)
setup(name="computed", version=about["__version__"])

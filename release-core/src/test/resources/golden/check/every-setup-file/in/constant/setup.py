"""setup(name="no", version="9")"""
import setuptools

VERSION: str = '1.2.0'

if __name__ == "__main__":
    setuptools.setup(
        version=VERSION, name="constant", packages=setuptools.find_packages())

"""Everything is in setup.cfg but this: the plans of geodata/ ship inside the package."""

from setuptools import find_packages, setup

setup(
    packages=[*find_packages(include=["yzgeo", "yzgeo.*"]), "yzgeo.geodata"],
    package_dir={"yzgeo.geodata": "geodata"},
    package_data={
        "yzgeo": ["assets/*", "assets/*/*", "templates/*", "py.typed"],
        "yzgeo.vendor": ["register.json", "*/**"],
        "yzgeo.geodata": ["*/*.csv", "*/*.geojson", "*/*.json", "*.md"],
    },
)

"""Everything is in setup.cfg but this: the plans of geodata/ ship inside the package."""

from setuptools import find_packages, setup

setup(
    packages=[*find_packages(include=["yzgeo", "yzgeo.*"]), "yzgeo.geodata"],
    package_dir={"yzgeo.geodata": "geodata"},
    package_data={
        "yzgeo": ["py.typed"],
        "yzgeo.checks.packs": ["limits.json"],
        "yzgeo.export": ["templates/*"],
        "yzgeo.stats.landuse": ["assets/*"],
        "yzgeo.ledger": ["*.csv"],
        "yzgeo.plan": ["schema.json"],
        "yzgeo.publish.offline": ["vendor/register.json", "vendor/*/**"],
        "yzgeo.publish.page": ["assets/*"],
        "yzgeo.publish.places": ["assets/*"],
        "yzgeo.publish.report": ["assets/*", "assets/parts/*"],
        "yzgeo.readers": ["osm.ini"],
        "yzgeo.stats.evaluation": ["*.csv", "*.json"],
        "yzgeo.geodata": ["*/*.csv", "*/*.geojson", "*/*.json", "*/ground/*", "*.md"],
    },
)

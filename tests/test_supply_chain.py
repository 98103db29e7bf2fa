"""The software bill of materials, and what NOTICE.md says of vendored libraries."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from referencing import Registry, Resource

import sbom
from yzgeo.publish.offline import vendor

ROOT = Path(__file__).resolve().parent.parent
SCHEMAS = Path(__file__).parent / "schemas"


@pytest.fixture(scope="module")
def bill(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    file = tmp_path_factory.mktemp("sbom") / "yzgeo.cdx.json"
    assert sbom.main(["-o", str(file)]) == 0
    read: dict[str, Any] = json.loads(file.read_text("utf-8"))
    return read


@pytest.fixture(scope="module")
def validator() -> Any:
    """The schema of CycloneDX with the two that it refers to."""
    schema = json.loads((SCHEMAS / "cyclonedx-1.5.json").read_text("utf-8"))
    beside = {
        f"http://cyclonedx.org/schema/{name}.SNAPSHOT.schema.json": json.loads(
            (SCHEMAS / f"{name}.json").read_text("utf-8")
        )
        for name in ("spdx", "jsf-0.82")
    }
    registry = Registry().with_resources(
        (address, Resource.from_contents(content)) for address, content in beside.items()
    )
    return jsonschema.Draft7Validator(schema, registry=registry)


def test_the_bill_is_valid_by_the_schema(bill: dict[str, Any], validator: Any) -> None:
    assert [error.message for error in validator.iter_errors(bill)] == []
    unknown_licence = json.loads(json.dumps(bill))
    unknown_licence["metadata"]["component"]["licenses"] = [{"license": {"id": "none of SPDX"}}]
    assert not validator.is_valid(unknown_licence)  # the schema does look


def test_the_bill_names_every_pin_and_every_vendored_file(bill: dict[str, Any]) -> None:
    by_ref = {component["bom-ref"]: component for component in bill["components"]}
    assert len(by_ref) == len(bill["components"])
    lines = (ROOT / "constraints.txt").read_text("utf-8").splitlines()
    pins = [line.split("==") for line in lines if "==" in line]
    assert len(pins) > 80
    for name, version in pins:
        assert by_ref[f"pkg:pypi/{re.sub('[-_.]+', '-', name).lower()}@{version}"]["version"] == version
    files = [path for path in sbom.vendor.files(vendor.__name__).iterdir() if path.is_dir() and "__" not in path.name]
    assert {f"vendor/{path.name}" for path in files} == {ref for ref in by_ref if ref.startswith("vendor/")}
    for path in files:
        component = by_ref[f"vendor/{path.name}"]
        assert component["licenses"]
        for file in component["components"]:
            digest = hashlib.sha256(path.joinpath(file["name"]).read_bytes()).hexdigest()
            assert file["hashes"] == [{"alg": "SHA-256", "content": digest}]


def test_what_runs_is_told_from_what_tests(bill: dict[str, Any]) -> None:
    scopes = {component["name"]: component["scope"] for component in bill["components"]}
    assert {scopes[name] for name in ("geopandas", "shapely", "folium", "jinja2", "markupsafe", "leaflet")} == {
        "required"
    }
    assert {scopes[name] for name in ("pytest", "ruff", "playwright", "duckdb")} == {"excluded"}
    licences = {component["name"]: json.dumps(component.get("licenses")) for component in bill["components"]}
    assert "BSD-3-Clause" in licences["geopandas"]


def test_the_same_versions_give_the_same_bill(bill: dict[str, Any]) -> None:
    assert sbom.bill() == bill


def test_the_notice_names_every_package_inside_the_pages() -> None:
    notice = (ROOT / "NOTICE.md").read_text("utf-8")
    for script in (ROOT / "yzgeo" / "publish").glob("*/assets/*.js"):
        first = script.read_text("utf-8").partition("\n")[0]
        for name, licence in re.findall(
            r"([@\w/-]+) \d\S* \(([\w.-]+)\)", first if first.startswith("/* Holds") else ""
        ):
            line = next(
                (line for line in notice.splitlines() if re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", line)), ""
            )
            assert licence in line, (script.name, name)


def test_the_notice_names_every_library_by_its_upkeep() -> None:
    """A library is either renewed or named as no longer maintained, with its version."""
    notice = (ROOT / "NOTICE.md").read_text("utf-8")
    section = notice.partition("## Upkeep of the vendored libraries")[2]
    named = set(re.findall(r"`([^`\s]+) (\d[^`\s]*)`", section))
    registered = {(library["name"], library["version"]) for library in vendor.register()}
    assert named == registered

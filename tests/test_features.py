"""The list of features and the tests that name them agree."""

import importlib.util
from collections import Counter
from types import ModuleType

import pytest

from tests.source import ROOT, none_of

ROWS = {"M": 94, "I": 35, "C": 52, "U": 96, "S": 52}


@pytest.fixture(scope="module")
def features() -> ModuleType:
    spec = importlib.util.spec_from_file_location("features", ROOT / "packaging" / "features.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_row_of_the_sources_is_listed_once(features: ModuleType) -> None:
    ids = [feature.id for feature in features.read(ROOT / "tests" / "features.txt")]
    expected = [f"{source}-{n:02}" for source, rows in ROWS.items() for n in range(1, rows + 1)]
    assert ids == expected
    assert Counter(id.split("-")[0] for id in ids) == ROWS


def test_every_marker_names_a_feature_of_the_list(features: ModuleType) -> None:
    known = {feature.id for feature in features.read(ROOT / "tests" / "features.txt")}
    shown = features.marked(ROOT / "tests")
    none_of(f"{id} {tests}" for id, tests in shown.items() if id not in known)


def test_a_feature_with_a_screen_has_a_test(features: ModuleType) -> None:
    listed = features.read(ROOT / "tests" / "features.txt")
    shown = features.marked(ROOT / "tests")
    none_of(feature.id for feature in listed if feature.place and feature.id not in shown)

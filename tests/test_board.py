"""The sheet for a meeting: one page that holds what it says, at a true scale, with nothing over anything else."""

from __future__ import annotations

import dataclasses
import itertools
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from invented_parcels import invented_ledger
from made_plans import Made, make

from yzgeo.checks.finding import Outcome
from yzgeo.cli.main import main
from yzgeo.core.i18n import Lang
from yzgeo.plan.load import load, with_parcels
from yzgeo.plan.model import Plan
from yzgeo.publish.board import header, industries
from yzgeo.publish.board.board import Board
from yzgeo.publish.board.frame import frame_of
from yzgeo.publish.board.lettering import ELLIPSIS, shortened, width, wrap
from yzgeo.publish.board.placement import Box, Label, around, meet, place
from yzgeo.publish.board.render import render
from yzgeo.publish.board.rows import table_of
from yzgeo.publish.context import build_context
from yzgeo.publish.pdf import print_page
from yzgeo.spatial.crs import CGCS2000

if TYPE_CHECKING:
    from playwright.sync_api import Browser

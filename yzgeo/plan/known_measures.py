"""The measures whose meaning yzgeo knows by their `measure_id`; those of a plan are free but for these.

`docs/plan-folder.md` says what each does.
"""

from __future__ import annotations

LEADING_INDUSTRIES = "leading-industries-max"
FLOOR_AREA_RATIO = "floor-area-ratio"
LOW_EFFICIENCY_LAND = "low-efficiency-land"
TAX_PER_MU = "tax-per-mu"
VALUE_ADDED_PER_MU = "value-added-per-mu"
CAPACITY = "capacity"
INVESTMENT = "investment"
EQUIPMENT_INVESTMENT = "equipment-investment"
PLANT_AREA = "plant-area"
UNDERGROUND_AREA = "underground-area"
ABOVE_GROUND_AREA = "above-ground-area"
OUTPUT = "output"

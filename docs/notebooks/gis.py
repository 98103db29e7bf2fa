"""The notebook of a GIS engineer. `python scripts/notebooks.py` makes gis.ipynb and gis.zh.ipynb of it."""

# %% [markdown] lang="zh"
# # GIS 工程师：图层、地块与坐标系
#
# 图层就是 GeoDataFrame：取出、量面积、把地块分到片区、换坐标系、导出再读回。
#
# English: [gis.ipynb](gis.ipynb)

# %% [markdown] lang="en"
# # For a GIS engineer: layers, parcels, CRS
#
# Layers are GeoDataFrames: take them, measure them, assign parcels to zones, change the CRS, export and read back.
#
# 中文：[gis.zh.ipynb](gis.zh.ipynb)

# %% lang="zh"
lang = "zh"

# %% lang="en"
lang = "en"

# %% [markdown] lang="zh"
# ## 图层
#
# `plan.zones`、`plan.parks`、`plan.projects`、`plan.district` 存为 EPSG:4490（CGCS2000 经纬度）。没有已知位置的要素没有图形，但留在表中。

# %% [markdown] lang="en"
# ## Layers
#
# `plan.zones`, `plan.parks`, `plan.projects` and `plan.district` are kept in EPSG:4490 (CGCS2000, degrees). What has no
# known place has no geometry, but stays in the table.

# %%
import pandas as pd

import yzgeo

plan = yzgeo.load("yinzhou")
layers = {"zones": plan.zones, "parks": plan.parks, "projects": plan.projects, "district": plan.district}
pd.DataFrame(
    {
        "rows": {name: len(frame) for name, frame in layers.items()},
        "drawn": {name: int(frame.geometry.notna().sum()) for name, frame in layers.items()},
        "crs": {name: frame.crs.to_string() for name, frame in layers.items()},
        "shape": {name: frame.geom_type.dropna().iloc[0] for name, frame in layers.items()},
    }
)

# %% [markdown] lang="zh"
# 图形有多可靠，写在列里：`outline_basis` 为 schematic 的是示意范围，误差约 `outline_uncertainty_m` 米。

# %% [markdown] lang="en"
# How far a shape is to be trusted is in its columns: `outline_basis` schematic means that nobody surveyed it, and that it
# may be off by some `outline_uncertainty_m` metres.

# %%
plan.zones[["zone_id", "usable_area_km2", "outline_basis", "outline_uncertainty_m"]]

# %% [markdown] lang="zh"
# ## 面积：椭球面，不是平面
#
# 鄞州跨 3 度带的 120° 与 123° 两带（分界 121.5°E），没有一个带能不变形地装下全区；所以 yzgeo 的面积在椭球面上量。
# 下表是平面面积比椭球面面积大多少（百万分之几）。示意范围本来就是按规划面积生成的，所以不能用它核对规划面积。

# %% [markdown] lang="en"
# ## Areas: on the ellipsoid, not on a plane
#
# Yinzhou lies across two 3-degree belts, of 120° and of 123° (they meet at 121.5° E), and no belt holds it without
# distortion. So yzgeo measures on the ellipsoid. The table tells by how many millionths areas on each plane are larger.
# Schematic outlines were grown to the plan's area, so they cannot prove it.

# %%
from yzgeo.spatial.area import ellipsoidal_m2

zones = plan.zones.set_index("zone_id").geometry
true = ellipsoidal_m2(zones)
areas = pd.DataFrame({"km2": (true / 1e6).round(2)})
for code, belt in ((4549, "120E"), (4550, "123E")):
    areas[f"{belt}, millionths"] = ((zones.to_crs(code).area / true - 1) * 1e6).round().astype(int)
areas

# %% [markdown] lang="zh"
# ## 地块分到片区
#
# 四个**虚构**的地块：一个在明州之内，一个跨明州的边，一个在东吴之内，一个在所有片区之外。图形是 EPSG:4549 的米坐标，
# 不必先转换。

# %% [markdown] lang="en"
# ## Parcels to zones
#
# Four **invented** parcels: one inside of Mingzhou, one across its border, one inside of Dongwu, one outside of all zones.
# They are in metres of EPSG:4549; there is no need to convert them first.

# %%
import geopandas as gpd
from shapely import Point, box

inside = {zone: shape.representative_point() for zone, shape in zones.items()}
border = Point(zones["mingzhou"].exterior.coords[0])
centres = gpd.GeoSeries([inside["mingzhou"], border, inside["dongwu"], Point(121.66, 29.70)], crs=plan.zones.crs)
squares = [box(point.x - 100, point.y - 100, point.x + 100, point.y + 100) for point in centres.to_crs(4549)]
parcels = gpd.GeoDataFrame({"parcel_id": ["X1", "X2", "X3", "X4"]}, geometry=squares, crs=4549)
rows = yzgeo.assign(parcels, plan.zones)
rows.round({"overlap_m2": 0, "share": 3})

# %% [markdown] lang="zh"
# 一行一对重叠；不在任何片区的地块也有一行，`zone_id` 为空。所以各行加起来不会漏地块。X1 的面积比图上 40 000 平方米略小，
# 因为离中央经线远，平面被放大了。

# %% [markdown] lang="en"
# A row per overlapping pair, and one for a parcel in no zone, with `zone_id` missing: no parcel is lost. X1 has a little
# less than the 40,000 m² drawn, since the plane is stretched so far from its central meridian.

# %%
rows.groupby("zone_id", dropna=False)["overlap_m2"].sum().round().to_frame()

# %% [markdown] lang="zh"
# 地图是普通的 folium 地图，可以再加东西。来自数据的文字先经 `escape`，才不会被当作网页代码。

# %% [markdown] lang="en"
# The map is a folium map as any other, and more can be added to it. Text from data goes through `escape` first, so that no
# browser takes it for code.

# %%
import folium

from yzgeo.publish.offline.escaping import escape

chart = yzgeo.map(plan, lang)
for parcel in parcels.to_crs(4326).itertuples():
    place = parcel.geometry.centroid
    name = escape(f"{parcel.parcel_id} invented 虚构")
    folium.CircleMarker((place.y, place.x), radius=5, color="#b00020", fill=True, tooltip=name).add_to(chart)
chart

# %% [markdown] lang="zh"
# ## 导出，再读回
#
# 扩展名决定格式；命令行是 `yzgeo export zones -o zones.gpkg --crs EPSG:4549`。丢了什么、换了什么，导出时会说。
# 全部格式见 [exports.zh.md](../exports.zh.md)。

# %% [markdown] lang="en"
# ## Export, and read back
#
# The ending names the format; on the command line it is `yzgeo export zones -o zones.gpkg --crs EPSG:4549`. What a format
# cannot hold is told. All formats are in [exports.md](../exports.md).

# %%
from yzgeo.export.export import export

for file in ("zones.gpkg", "zones.shp", "zones.parquet"):
    for remark in export(plan, "zones", file, "EPSG:4549", None, None, lang):
        print(remark.of(lang))

# %%
back = {
    "zones.gpkg": gpd.read_file("zones.gpkg", layer="zones"),  # the styles are a table beside it
    "zones.shp": gpd.read_file("zones.shp"),
    "zones.parquet": gpd.read_parquet("zones.parquet"),
}
pd.DataFrame(
    {
        "rows": {file: len(frame) for file, frame in back.items()},
        "crs": {file: frame.crs.to_epsg() for file, frame in back.items()},
        "columns": {file: len(frame.columns) for file, frame in back.items()},
        "moved, m": {
            file: round(frame.geometry.hausdorff_distance(plan.zones.to_crs(4549).geometry).max(), 3)
            for file, frame in back.items()
        },
    }
)

# %% [markdown] lang="zh"
# ## 坐标系不对时
#
# 没有坐标系的地块不会被猜测，而是带着原因被拒绝。（办公室文件用 `yzgeo assign` 或 `yzgeo import` 读入时，带号与轴序会被认出，
# 见 [official-data.md](../official-data.md)。）

# %% [markdown] lang="en"
# ## When the CRS is wrong
#
# Parcels without a CRS are not guessed at but refused, with the reason. (When `yzgeo assign` or `yzgeo import` reads an
# office's file, it knows belt numbers and swapped axes: [official-data.md](../official-data.md).)

# %%
from yzgeo.core.errors import InputError

try:
    yzgeo.assign(parcels.set_crs(None, allow_override=True), plan.zones)
except InputError as refusal:
    print(refusal.problem.of(lang), "|", refusal.remedy.of(lang))

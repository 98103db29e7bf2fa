"""Which parcel lies in which zone, and by how much."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from yzgeo.crs import CGCS2000, equal_area


def assign(
    parcels: gpd.GeoDataFrame, zones: gpd.GeoDataFrame, parcel_id: str = "parcel_id", zone_id: str = "zone_id"
) -> pd.DataFrame:
    """Overlap of every parcel with every zone.

    Parameters
    ----------
    parcels, zones
        Polygons in any CRS, each with the column that names it.
    parcel_id, zone_id
        Those columns.

    Returns
    -------
    DataFrame
        `parcel_id, zone_id, overlap_m2, share`: a row per overlapping pair, and a row per parcel that overlaps
        no zone (`zone_id` missing, both figures 0), in the order of the parcels and then of the zones. Areas are
        ellipsoidal (Lambert azimuthal equal-area, centred on the zones); `share` is of the parcel's own area.

    >>> from shapely import box
    >>> zone = gpd.GeoDataFrame({"zone_id": ["north"]}, geometry=[box(121.5, 29.6, 121.6, 29.7)], crs=CGCS2000)
    >>> parcel = gpd.GeoDataFrame({"parcel_id": ["A"]}, geometry=[box(121.59, 29.61, 121.61, 29.62)], crs=CGCS2000)
    >>> print(f"{assign(parcel, zone)['share'].iloc[0]:.3f} of A in north")
    0.500 of A in north
    """
    known = zones[zones.geometry.notna() & ~zones.geometry.is_empty]
    crs = equal_area(known.geometry) if len(known) else CGCS2000
    shapes = parcels.geometry.to_crs(crs).to_numpy()
    outlines = known.geometry.to_crs(crs).to_numpy()
    of_zone, of_parcel = shapely.STRtree(shapes).query(outlines, predicate="intersects")
    overlap = shapely.area(shapely.intersection(shapes[of_parcel], outlines[of_zone]))
    real = overlap > 0
    pairs = pd.DataFrame({"parcel": of_parcel[real], "zone": of_zone[real], "overlap_m2": overlap[real]})
    alone = np.setdiff1d(np.arange(len(parcels)), pairs["parcel"])
    none = pd.DataFrame({"parcel": alone, "zone": -1, "overlap_m2": 0.0})
    rows = pd.concat([pairs, none], ignore_index=True).sort_values(["parcel", "zone"], ignore_index=True)
    names = pd.Series(known[zone_id].to_numpy(), dtype="str")
    areas = shapely.area(shapes)[rows["parcel"]]
    return pd.DataFrame(
        {
            "parcel_id": parcels[parcel_id].to_numpy()[rows["parcel"]],
            "zone_id": rows["zone"].map(names),
            "overlap_m2": rows["overlap_m2"],
            "share": np.divide(rows["overlap_m2"], areas, out=np.zeros(len(rows)), where=areas > 0),
        }
    )

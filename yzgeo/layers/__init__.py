"""The map layers, one a file, found by their place.

A layer has `TITLE`, `ORDER` (layers are drawn from the lowest number up), `style(properties, colours)`, its
Leaflet path options given the colours of the zones, and `frame(plan)`: a GeoDataFrame in EPSG:4490
whose columns are the properties of the GeoJSON file of its name. The map, `build` and `export` take
whatever layers there are.

Other GIS draw a layer by the same `style`. Where that differs from feature to feature, `STYLED_BY` names the
columns that it depends on; `SIZED_BY` a column whose root the radius grows with, the smallest radius and
the pixels per root. `DRAWN = False` where folium is not to draw it, and the folder does without it where it has no rows.
`OPTIONAL = True` where folium is to draw it, and the folder to hold it, only where it has rows. `for_map(frame)` is what the
page draws of a layer of too many shapes, which is then only looked at, not clicked.
`GROUND` names the layer of the ground that it is: it lies under the plan, tells its own sources and does not widen the map.
`LABELLED = False` where names are not written beside the features.
"""

GROUP = "yzgeo.layers"
"""The entry-point group under which another distribution registers more of them."""

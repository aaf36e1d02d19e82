"""Cut the nine zones of the game out of `regions.geojson` and write `zones.geojson`.

Run once, by hand, where shapely is installed; the game itself reads only the result.
Slivers between neighbouring provinces are closed by growing and shrinking by 0.006 degrees.
Circles: 30 and 10 nautical miles are the radii of the restricted zones around Hanoi and
Haiphong (ROLLING THUNDER rules of engagement, 1967); one degree of latitude is 60 of them.
"""

import json
import math
from pathlib import Path

from shapely import MultiPolygon, Point, Polygon, box
from shapely.affinity import scale
from shapely.geometry import mapping, shape
from shapely.ops import unary_union

HERE = Path(__file__).parent
HANOI, HAIPHONG = (105.85, 21.03), (106.68, 20.86)
SLIVER = 0.006  # degrees
NAMES = {
    "panhandle": "The panhandle",
    "heartland": "The heartland",
    "hanoi_haiphong": "Hanoi-Haiphong",
    "trail": "The trail in Laos",
    "cambodia": "The Cambodian sanctuaries",
    "I Corps": "I Corps",
    "II Corps": "II Corps",
    "III Corps": "III Corps",
    "IV Corps": "IV Corps",
}


def circle(centre: tuple[float, float], miles: float) -> Polygon:
    """Return a circle of so many nautical miles as it lies in longitude and latitude."""
    round_one = Point(centre).buffer(miles / 60, quad_segs=12)
    return scale(round_one, xfact=1 / math.cos(math.radians(centre[1])), origin=centre)


def whole(*parts: Polygon) -> Polygon | MultiPolygon:
    """Return the union of parts with slivers closed and specks dropped."""
    joined = unary_union(parts).buffer(SLIVER).buffer(-SLIVER).simplify(0.003)
    pieces = [p for p in getattr(joined, "geoms", [joined]) if p.area > 0.002]
    return MultiPolygon([Polygon(p.exterior) for p in pieces])


def main() -> None:
    """Write zones.geojson."""
    features = json.loads((HERE / "regions.geojson").read_text())["features"]
    old = {f["properties"]["id"]: shape(f["geometry"]) for f in features}
    north = unary_union([g for k, g in old.items() if k.startswith("DRV")])
    north = north.buffer(SLIVER).buffer(-SLIVER)
    north = north.simplify(0.003)
    cities = unary_union([circle(HANOI, 30), circle(HAIPHONG, 10)]).convex_hull & north
    cut = {
        "panhandle": north & box(100, 15, 110, 20),
        "heartland": (north & box(100, 20, 110, 25)) - cities.buffer(SLIVER),
        "hanoi_haiphong": cities,
        "trail": old["LAO_PANHANDLE"],
        "cambodia": old["KHM_EAST"],
        **{f"{corps} Corps": old[f"RVN_{corps}"] for corps in ("I", "II", "III", "IV")},
    }
    rows = []
    for name, ground in cut.items():
        shaped = ground if name == "heartland" else whole(ground)
        if name == "heartland":
            pieces = (
                [p for p in ground.geoms if p.area > 0.002]
                if hasattr(ground, "geoms")
                else [ground]
            )
            holes = [[h for h in p.interiors if Polygon(h).area > 0.05] for p in pieces]
            shaped = MultiPolygon(
                [Polygon(p.exterior, h) for p, h in zip(pieces, holes, strict=True)]
            )
        geometry = mapping(shaped)
        rows.append(
            {
                "type": "Feature",
                "properties": {"id": name, "name": NAMES[name]},
                "geometry": json.loads(
                    json.dumps(geometry), parse_float=lambda v: round(float(v), 3)
                ),
            }
        )
    text = json.dumps({"type": "FeatureCollection", "features": rows}, separators=(",", ":"))
    (HERE / "zones.geojson").write_text(text)


if __name__ == "__main__":
    main()

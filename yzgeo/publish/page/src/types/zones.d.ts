// Zones and the places of the plan's things, as publish/page/data.py and sites.py write them.

interface Zone {
  depth: number;
  key: Key;
  zone_id: string;
  colour: string;
  short: Both;
  shortest: Both;
  leading: Both;
  area: Both;
  /** Without its unit where that is km². */
  area_short: Both;
  /** Of the largest zone; null where the plan prints no area. */
  share: number | null;
  /** By the area drawn, the largest first: whose label gives way. */
  rank: number;
  project_count: number;
  inner: Both;
  /** Findings that are more than information. */
  basis: "schematic" | "official" | null;
  uncertainty_m: number | null;
  /** The places that it is formed of: latitude, longitude, uncertainty in metres. */
  seeds: [number, number, number][];
  middle: [number, number] | null;
}
/** A place with the projects and parks that are there, as publish/page/sites.py writes it. */
interface Site {
  place_id: string;
  name: Both;
  at: [number, number];
  zone_id: string | null;
  projects: { key: Key; weak: boolean }[];
  parks: Key[];
  /** That of the thing best known here: no mark may stand farther away. */
  uncertainty_m: number;
}

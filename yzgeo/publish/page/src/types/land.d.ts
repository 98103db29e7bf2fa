// Land of the plan and of the ledger, as publish/page/views.py writes it.

interface LandZone {
  zone_id: string;
  usable_km2: number | null;
  new_land_mu: number | null;
}
interface LandByZone {
  zone_id: string | null;
  recovered_mu: number;
  under_way_mu: number;
  identified_mu: number;
}
interface Land {
  zones: LandZone[];
  by_zone: LandByZone[];
  new_land_mu: number | null;
  new_land_outside_mu: number | null;
  new_land_across_mu: number | null;
  new_land_unlocated_mu: number | null;
  target_key: Key | null;
  target_mu: number | null;
  identified_in_plan_mu: number | null;
  recovered_mu: number | null;
  under_way_mu: number | null;
  identified_mu: number | null;
  as_of: string | null;
  /** What the ledger has as recovered after that day: on the map, in no figure. */
  later: { count: number; mu: number } | null;
  /** Of the target's period. */
  start_on: string | null;
  target_on: string | null;
  progress: number | null;
  remaining_mu: number | null;
  /** What an even pace would have reached. */
  expected_mu: number | null;
  pace: "reached" | "on_track" | "behind" | "missed" | "exceeded" | "unknown" | null;
  so_far_mu_per_year: number | null;
  needed_mu_per_year: number | null;
  /** `year` null: recovered on an unknown day. */
  by_year: { year: number | null; recovered_mu: number; cumulative_mu: number | null }[] | null;
  invented_note: string | null;
  identified_keys: Key[];
  silent_keys: Key[];
}

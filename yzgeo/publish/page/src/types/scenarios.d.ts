// Scenarios of land recovery, as publish/page/scenarios.py writes them; money in 万元, land in mu, null is not known.

interface ScenarioSum {
  parcels: number;
  mu: number;
  cost_10k_yuan: number | null;
}
interface ScenarioDemand {
  name: Both;
  unit: Both;
  /** What is asked at least, or allowed at most; null where the demand is no figure. */
  low: number | null;
  high: number | null;
  reached: number | null;
  binds: boolean | null;
  price: number | null;
}
interface Scenario {
  name: Both;
  verdict: Both;
  state: Both;
  period: string;
  years: number[];
  goal: Both;
  totals: { parcels: number; mu: number | null; cost: number | null; tax: number | null; firms: number | null };
  target_mu: number;
  recovered_mu: number;
  candidates: number;
  value: number | null;
  bound: number | null;
  /** The value if all is done a year earlier; null where it cannot be, or was not tried. */
  earlier: number | null;
  is_earlier_possible: boolean | null;
  demands: ScenarioDemand[];
  /** Demands that contradict each other, and how far each can be kept where the others are. */
  conflict: { name: Both; reach: Both }[];
  by_year: (ScenarioSum & { year: number })[];
  by_zone: (ScenarioSum & { zone_id: string | null })[];
  /** How many are chosen too when costs move; null where that was not tried. */
  stable: number | null;
  /** How many of those chosen have no shape. */
  undrawn: number;
  assumptions: Both[];
}
interface Scenarios {
  items: Scenario[];
  /** A row for each figure that they are compared by; none where there is one scenario alone. */
  compared: { item: Both; values: Both[] }[];
  in_any: number;
  in_all: number;
}

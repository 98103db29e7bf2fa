// Projects of the plan, as publish/page/views.py writes them.

interface Project {
  key: Key;
  owner: string | null;
  class: string;
  /** As the plan lists it: `under_construction`, `planned`, or the plan's own word. */
  list: string | null;
  investment: number | null;
  /** As printed, where that is more than a number in yuan. */
  printed: Both | null;
  /** The unit of foreign money. */
  foreign: string | null;
  foreign_value: number | null;
  /** A range, of which a sum has the lower end. */
  is_range: boolean;
  site_mu: number | null;
  new_land_mu: number | null;
  /** The floor area ratio, where land and floor area are printed. */
  ratio: number | null;
  reuses_land: boolean;
  /** The zone of all its places; null where they do not lie in one. */
  zone_id: string | null;
  /** The zones of its places, and those that these lie in. */
  zone_ids: string[];
  located: boolean;
  weak: boolean;
  /** How its place is known: `plan_text`, `project_news`, `owner_works`, `owner_address`. */
  evidence: string | null;
  /** Ids of its places; their names are in `place_names`. */
  places: string[];
  /** Ids of the towns and subdistricts that its places are or lie in. */
  towns: string[];
  sources: string[];
}
/** A unit of foreign money: how it is told in English, and what it is in the first unit of its currency. */
interface Currency {
  scale: number;
  before: string;
  after: string;
  first: string;
  in_first: number;
}
interface ProjectClass {
  name: Both;
  investment: number | null;
  /** What the sum does not tell. */
  beside: Both;
  count: number;
}

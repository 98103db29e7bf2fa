// Projects of the plan, as publish/page/views.py writes them.

interface Project {
  key: Key;
  owner: string | null;
  class: string;
  investment: number | null;
  /** As printed, where that is more than a number in yuan. */
  printed: Both | null;
  /** The unit of foreign money. */
  foreign: string | null;
  foreign_value: number | null;
  /** A range, of which a sum has the lower end. */
  is_range: boolean;
  new_land_mu: number | null;
  reuses_land: boolean;
  /** The zone of all its places; null where they do not lie in one. */
  zone_id: string | null;
  /** The zones of its places, and those that these lie in. */
  zone_ids: string[];
  located: boolean;
  weak: boolean;
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

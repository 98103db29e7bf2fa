// What zones are measured by, as publish/page/zone_measures.py writes it.

interface MeasureValue {
  value: number | null;
  figure: Both;
  parts: { id: string; value: number }[];
  notes: Both[];
  /** Of the notes, what a comparison has room for. */
  brief: Both[];
  sources: string[];
}
/** What zones are measured by, a row of the comparison. */
interface Measure {
  id: string;
  title: Both;
  unit: Both;
  /** What a value is multiplied by to be in that unit, by language. */
  factors: Record<Lang, number>;
  parts: { id: string; name: Both }[];
  /** Values are 亿元, whatever money is told in. */
  is_money: boolean;
  is_derived: boolean;
  is_invented: boolean;
  by_zone: Record<string, MeasureValue>;
}

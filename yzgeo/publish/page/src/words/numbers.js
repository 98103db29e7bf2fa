/**
 * A number as the page prints it: grouped by thousands, without the noise of adding.
 * @param {number} value @param {number} [digits] decimals at most
 */
export function grouped(value, digits) {
  const rounded = digits === undefined ? +value.toPrecision(10) : +value.toFixed(digits);
  const [whole, decimals] = String(rounded).split(".");
  const groups = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return decimals ? `${groups}.${decimals}` : groups;
}

const SMALL_SUM = 0.01; // sums of fewer 亿元 are told in 万元

/**
 * Numbers with their unit beside them, in the reader's language.
 * @param {{lang: Lang, data: {units: PageData["units"]}}} page
 */
export function makeNumbers(page) {
  const chinese = () => page.lang === "zh";
  return {
    grouped,
    /** @param {number | null} value in 亿元 */
    money(value) {
      if (value === null) return "—";
      if (value > 0 && value < SMALL_SUM)
        return chinese() ? `${grouped(value * 1e4)} 万元` : `CNY ${grouped(value * 1e8)}`;
      return chinese() ? `${grouped(value)} 亿元` : `${grouped(value * page.data.units.m_yuan_per_100m)} m yuan`;
    },
    /**
     * The sum of what is known, and of how many it is not. @param {(number | null)[]} values in 亿元
     */
    invested(values) {
      const known = values.filter((value) => value !== null);
      const without = values.length - known.length;
      if (!known.length) return values.length ? "—" : this.money(0);
      const more = chinese() ? `（另 ${without} 个未载）` : ` (${without} more not stated)`;
      return this.money(known.reduce((sum, value) => sum + value, 0)) + (without ? more : "");
    },
    /** How many of some projects state no investment; nothing where all do. @param {number} count */
    unstated(count) {
      if (!count) return "";
      return chinese() ? `，${count} 个未载投资` : `, ${count} without a figure`;
    },
    /** @param {number} value */
    mu: (value) => grouped(value, 2) + (chinese() ? " 亩" : " mu"),
    /** @param {number} value */
    km2: (value) => grouped(value) + (chinese() ? " 平方公里" : " km²"),
    /** @param {number} share */
    percent: (share) => `${grouped(100 * share, 1)}%`,
    /** @param {number} value */
    metres(value) {
      const far = value >= 1000;
      const unit = chinese() ? (far ? " 公里" : " 米") : far ? " km" : " m";
      return grouped(far ? value / 1000 : value, far ? 3 : 1) + unit;
    },
    /** @param {number} count */
    projects: (count) => count + (chinese() ? " 个项目" : count === 1 ? " project" : " projects"),
    /** @param {number} count */
    parcels: (count) => grouped(count) + (chinese() ? " 宗" : count === 1 ? " parcel" : " parcels"),
  };
}

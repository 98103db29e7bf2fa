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

/**
 * A number of a column, always with so many decimals.
 * @param {number} value @param {number} digits
 */
export function fixed(value, digits) {
  const [whole, decimals] = value.toFixed(digits).split(".");
  const groups = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return decimals ? `${groups}.${decimals}` : groups;
}

const ROUGH_SUM = 0.05; // sums of fewer 亿元 are not rounded to a tenth
const SMALL_SUM = 0.01; // sums of fewer 亿元 are told in 万元

/**
 * Numbers with their unit beside them, in the reader's language.
 * @typedef {Pick<Project, "investment" | "printed" | "foreign" | "foreign_value" | "is_range">} Invested
 * @param {{lang: Lang, data: {units: PageData["units"]}}} page
 */
export function makeNumbers(page) {
  const chinese = () => page.lang === "zh";
  return {
    grouped,
    /** A figure in another unit, without the noise of reckoning; null stays. @param {number | null} value @param {number} factor */
    scaled: (value, factor) => (value === null ? null : +(value * factor).toPrecision(12)),
    /** @param {number | null} value in 亿元 */
    money(value) {
      if (value === null) return "—";
      if (value > 0 && value < SMALL_SUM)
        return chinese() ? `${grouped(value * 1e4)} 万元` : `CNY ${grouped(value * 1e8)}`;
      return chinese() ? `${grouped(value)} 亿元` : `${grouped(value * page.data.units.m_yuan_per_100m)} m yuan`;
    },
    /** A sum in the unit of its column: 亿元, or million yuan. @param {number | null} value in 亿元 */
    hundredMillions(value) {
      if (value === null) return "—";
      const told = chinese() ? value : value * page.data.units.m_yuan_per_100m;
      return value > 0 && value < SMALL_SUM ? this.money(value) : fixed(told, chinese() ? 2 : 0);
    },
    /** What a project invests, as printed. @param {Invested} project */
    investment({ investment, printed }) {
      return printed ? printed[page.lang] : this.money(investment);
    },
    /** Sums of foreign money. @param {Invested[]} projects */
    foreign(projects) {
      const { currencies } = page.data.units;
      /** @type {Record<string, number>} */
      const sums = {};
      for (const { foreign, foreign_value } of projects) {
        if (foreign === null || foreign_value === null) continue;
        const { first, in_first } = currencies[foreign];
        sums[first] = (sums[first] || 0) + foreign_value * in_first;
      }
      const told = Object.entries(sums).map(([unit, value]) => {
        const { scale, before, after } = currencies[unit];
        return chinese() ? `${grouped(value)} ${unit}` : `${before} ${grouped(value * scale)} ${after}`.trim();
      });
      return told.join(chinese() ? "、" : ", ");
    },
    /** The sum of what is known in yuan, and what it does not tell. @param {Invested[]} projects */
    invested(projects) {
      const known = projects.flatMap(({ investment }) => investment ?? []);
      const isStated = projects.some(({ investment, printed }) => printed || investment !== null);
      const notes = isStated ? this.untold(projects) : [];
      const total = known.length || !projects.length ? this.money(known.reduce((sum, value) => sum + value, 0)) : "—";
      if (!notes.length) return total;
      return chinese() ? `${total}（${notes.join("，")}）` : `${total} (${notes.join(", ")})`;
    },
    /** The sum of what is known in yuan to a tenth of 亿元, as a map has room for; "" where nothing is known. @param {Invested[]} projects */
    roughly(projects) {
      const known = projects.flatMap(({ investment }) => investment ?? []);
      const sum = known.reduce((whole, value) => whole + value, 0);
      if (!known.length) return "";
      if (sum < ROUGH_SUM) return this.money(sum);
      const more = projects.length > known.length ? "+" : "";
      if (chinese()) return `${sum.toFixed(1)}${more} 亿元`;
      return `${grouped(sum * page.data.units.m_yuan_per_100m, 0)}${more} m yuan`;
    },
    /** @param {number} count */
    items: (count) => count + (chinese() ? " 项" : count === 1 ? " project" : " projects"),
    /** What a sum in yuan does not tell of its projects, as `project_money.remark` words it. @param {Invested[]} projects */
    untold(projects) {
      const count = (/** @type {(project: Invested) => unknown} */ is) => projects.filter(is).length;
      const ranges = count(({ investment, is_range }) => is_range && investment !== null);
      const foreign = count((project) => project.foreign !== null);
      const bare = count(({ printed, investment, foreign }) => printed && investment === null && foreign === null);
      const silent = count(({ printed, investment }) => !printed && investment === null);
      const sums = this.foreign(projects);
      const isSum = projects.some(({ investment }) => investment !== null);
      const [other, more] = isSum ? ["另 ", " more"] : ["", ""];
      /** @type {[number, string, string][]} */
      const said = [
        [ranges, `其中 ${ranges} 个按区间下限计`, `of which ${ranges} by the lower end of a range`],
        [foreign, `${other}${foreign} 个以外币计：${sums}`, `${foreign}${more} in foreign money: ${sums}`],
        [bare, `${other}${bare} 个未载单位`, `${bare}${more} without a unit`],
        [silent, `${other}${silent} 个未载`, `${silent}${more} not stated`],
      ];
      return said.filter(([number]) => number).map(([, zh, en]) => (chinese() ? zh : en));
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
    parks: (count) => count + (chinese() ? " 个园区" : count === 1 ? " park" : " parks"),
    /** @param {number} count */
    parcels: (count) => grouped(count) + (chinese() ? " 宗" : count === 1 ? " parcel" : " parcels"),
  };
}

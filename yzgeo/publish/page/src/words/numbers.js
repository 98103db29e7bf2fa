/* Numbers as the page prints them: grouped, no noise of adding, unit beside them in the reader's language. */
export function makeNumbers(page) {
  function grouped(value, digits) {
    const parts = String(digits === undefined ? +value.toPrecision(10) : +value.toFixed(digits)).split(".");
    parts[0] = parts[0].replace(/\B(?=(\d{3})+$)/g, ",");
    return parts.join(".");
  }
  function money(value) {
    if (value === null) return "—";
    return page.lang === "zh" ? `${grouped(value)} 亿元` : `${grouped(value * page.data.units.m_yuan_per_100m)} m yuan`;
  }
  function mu(value) {
    return grouped(value, 2) + (page.lang === "zh" ? " 亩" : " mu");
  }
  function km2(value) {
    return grouped(value) + (page.lang === "zh" ? " 平方公里" : " km²");
  }
  function percent(value) {
    return `${grouped(100 * value, 1)}%`;
  }
  function projects(count) {
    return count + (page.lang === "zh" ? " 个项目" : count === 1 ? " project" : " projects");
  }
  function parcels(count) {
    return grouped(count) + (page.lang === "zh" ? " 宗" : count === 1 ? " parcel" : " parcels");
  }
  return { projects: projects, parcels: parcels, grouped: grouped, money: money, mu: mu, km2: km2, percent: percent };
}

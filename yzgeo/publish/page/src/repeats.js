// Puts together what repeats.py took apart: what occurs repeatedly is written once, and referred to by its place.

/**
 * @param {{mark: string, parts: unknown[], data: unknown}} folded
 * @returns {unknown} where something occurred repeatedly it is one object: nobody may write into it
 */
export function unfolded({ mark, parts, data }) {
  /** @type {unknown[]} */
  const whole = [];
  /** @param {unknown} value @returns {unknown} */
  function put(value) {
    if (typeof value !== "object" || value === null) return value;
    if (Array.isArray(value)) {
      for (let place = 0; place < value.length; place++) value[place] = put(value[place]);
      return value;
    }
    const object = /** @type {Record<string, unknown>} */ (value);
    const names = Object.keys(object);
    if (names.length === 1 && names[0] === mark) return whole[/** @type {number} */ (object[mark])];
    for (const name of names) object[name] = put(object[name]);
    return object;
  }
  for (const part of parts) whole.push(put(part));
  return put(data);
}

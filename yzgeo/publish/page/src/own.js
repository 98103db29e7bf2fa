/**
 * Whether an object itself has a property of this name: names come from addresses, so "constructor" must be unknown.
 * Chromium 80 has no Object.hasOwn.
 * @param {object} object @param {PropertyKey} name
 */
export function hasOwn(object, name) {
  return Object.prototype.hasOwnProperty.call(object, name);
}

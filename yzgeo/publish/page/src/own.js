/**
 * Whether an object itself has a property of this name: names come from addresses, so "constructor" must be unknown.
 * The method that Object has for it is newer than Chromium 80.
 * @param {object} object @param {PropertyKey} name
 */
export function hasOwn(object, name) {
  return Object.prototype.hasOwnProperty.call(object, name);
}

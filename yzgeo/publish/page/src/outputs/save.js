const KEEP_MS = 10000; // a browser may ask where to save first

/** @param {Blob} blob @param {string} name of the file */
export function save(blob, name) {
  const anchor = document.createElement("a");
  const address = URL.createObjectURL(blob);
  anchor.href = address;
  anchor.download = name;
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(address), KEEP_MS);
}

/** Long enough for a browser to have opened what it saves, in milliseconds. */
const OPENED_BY = 60_000;

/**
 * Hands a file over to the browser, which saves it or asks where.
 * @returns the name that the browser is asked to give it
 */
export function saveFile(content: Blob, name: string): string {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), OPENED_BY);
  return name;
}

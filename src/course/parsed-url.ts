/** @param base what a relative address is relative to @returns undefined where the address is none. `URL.canParse` came with Safari 17 and Chrome 120. */
export function parsedUrl(address: string, base?: URL): URL | undefined {
  try {
    return new URL(address, base);
  } catch {
    return undefined;
  }
}

/** Digests of short texts in hex, by the Web Crypto that Node and browsers share. */

export async function sha1(text: string): Promise<string> {
  return hex(await crypto.subtle.digest('SHA-1', encoded(text)));
}

/** @param key a secret, or undefined for one that nobody will ever know */
export async function keyedDigest(key: string | undefined): Promise<(text: string) => Promise<string>> {
  const secret = key === undefined ? crypto.getRandomValues(new Uint8Array(32)) : encoded(key);
  const made = await crypto.subtle.importKey('raw', secret, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  return async (text) => hex(await crypto.subtle.sign('HMAC', made, encoded(text)));
}

function encoded(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text) as Uint8Array<ArrayBuffer>;
}

function hex(bytes: ArrayBuffer): string {
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * Texts that stay in a shared browser for nobody but their learner. AES-GCM (NIST SP 800-38D) of the Web Cryptography API, which a browser has only on a page
 * that came by https, or from this machine.
 */
export interface Seal {
  /** 128 random bits, in 22 letters. */
  newKey(): string;
  /** @param key as `newKey` gave it. Rejects where the browser refuses, or where it is no key */
  close(text: string, key: string): Promise<string>;
  /** Rejects where it was closed with another key, or is damaged. */
  open(sealed: string, key: string): Promise<string>;
}

const CIPHER = 'AES-GCM';
/** In bytes: what the standard recommends (8.2), and short enough for learners who write all day. */
const NONCE = 12;

/** @returns undefined where this browser seals nothing */
export function browserSeal({ crypto }: { readonly crypto?: Crypto } = globalThis): Seal | undefined {
  // Not there on a page without https, whatever the types say.
  const subtle = crypto?.subtle as SubtleCrypto | undefined;
  if (!crypto || !subtle) return undefined;
  const keyFrom = (key: string): Promise<CryptoKey> => subtle.importKey('raw', bytesOf(key), CIPHER, false, ['encrypt', 'decrypt']);
  return {
    newKey: () => lettersOf(crypto.getRandomValues(new Uint8Array(16))).slice(0, 22),
    close: async (text, key) => {
      const iv = crypto.getRandomValues(new Uint8Array(NONCE));
      const sealed = await subtle.encrypt({ name: CIPHER, iv }, await keyFrom(key), new TextEncoder().encode(text));
      return lettersOf(iv) + lettersOf(new Uint8Array(sealed));
    },
    open: async (sealed, key) => {
      const bytes = bytesOf(sealed);
      const params = { name: CIPHER, iv: bytes.slice(0, NONCE) };
      return new TextDecoder().decode(await subtle.decrypt(params, await keyFrom(key), bytes.slice(NONCE)));
    },
  };
}

/** Base64: twelve bytes are sixteen letters, so that two such texts in a row are one. */
function lettersOf(bytes: Uint8Array): string {
  return btoa(bytes.reduce((letters, byte) => letters + String.fromCharCode(byte), ''));
}

/** @throws DOMException where it is no base64 */
function bytesOf(letters: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(letters), (letter) => letter.charCodeAt(0));
}

/** Unpacks a ZIP archive within limits: what its directory announces is added up first, and no part may get longer than announced. */
import { Inflate } from 'fflate';
import { TooMuch } from './report-limits.ts';

/** Signatures and lengths of PKWARE's APPNOTE 6.3.10: 4.3.7, 4.3.12 and 4.3.16. */
const LOCAL = 0x04034b50;
const LOCAL_LENGTH = 30;
const DIRECTORY_ENTRY = 0x02014b50;
const DIRECTORY_ENTRY_LENGTH = 46;
const END = 0x06054b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;
/** "Look into the ZIP64 extra field" (4.5.3). */
const IN_EXTRA_FIELD = 0xffffffff;
const STORED = 0;
const DEFLATED = 8;
/** Deflate makes up to a thousand bytes of one: small pieces keep what is unpacked at once small. */
const PIECE = 4096;

/** Any name that a workbook's part may have, or its list of parts (ECMA-376 part 2, 10). */
const WORKBOOK = /(^|\/)(workbook\d*\.xml|\[Content_Types\]\.xml)$/i;
/** As many as an archive of this kind can have (4.4.21). */
const MOST_LISTED_PARTS = 0xffff;

export interface ZipLimits {
  readonly parts: number;
  readonly bytes: number;
}

interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly offset: number;
  /** CRC-32 of the unpacked content. */
  readonly crc: number;
}

/** A part as the archive announces it. */
export type ZipPart = Pick<ZipEntry, 'name' | 'crc'>;

/**
 * @param wanted the parts to unpack, by name
 * @param proof throws for a part whose content is not what was announced
 * @throws TooMuch where a limit is passed; Error where it is no archive
 */
export function unpackZip(
  bytes: Uint8Array,
  wanted: (name: string) => boolean,
  limits: ZipLimits,
  proof: (content: Uint8Array, part: ZipPart) => void = () => {},
): Map<string, Uint8Array> {
  const entries = directoryOf(bytes, limits.parts).filter(({ name }) => wanted(name));
  const sum = entries.reduce((all, { unpacked }) => all + unpacked, 0);
  if (sum > limits.bytes) throw new TooMuch({ kind: 'unpacked', bytes: sum, most: limits.bytes });
  return new Map(
    entries.map((entry) => {
      const content = contentOf(bytes, entry);
      proof(content, entry);
      return [entry.name, content];
    }),
  );
}

/** Whether it is a whole archive in which a spreadsheet's workbook is missing. */
export function isArchiveOfNoSheet(bytes: Uint8Array): boolean {
  return namesIn(bytes)?.some((name) => WORKBOOK.test(name)) === false;
}

/** By the part that each of its kind has at its top (OpenDocument 1.3, part 2, section 3.1). */
export function isOpenDocument(bytes: Uint8Array): boolean {
  return namesIn(bytes)?.includes('content.xml') === true;
}

/** undefined where it is no whole archive. */
function namesIn(bytes: Uint8Array): readonly string[] | undefined {
  try {
    return directoryOf(bytes, MOST_LISTED_PARTS).map(({ name }) => name);
  } catch {
    return undefined;
  }
}

function directoryOf(bytes: Uint8Array, most: number): ZipEntry[] {
  const view = viewOf(bytes);
  let end = bytes.length - END_LENGTH;
  while (end >= 0 && view.getUint32(end, true) !== END) end = end > bytes.length - END_LENGTH - LONGEST_COMMENT ? end - 1 : -1;
  if (end < 0) throw new Error('no directory');
  const count = view.getUint16(end + 10, true);
  if (count > most) throw new TooMuch({ kind: 'parts', count, most });
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index++) {
    if (view.getUint32(at, true) !== DIRECTORY_ENTRY) throw new Error('a directory that breaks off');
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const name = new TextDecoder().decode(bytes.subarray(at + DIRECTORY_ENTRY_LENGTH, at + DIRECTORY_ENTRY_LENGTH + nameLength));
    const encrypted = (view.getUint16(at + 8, true) & 1) !== 0;
    if (encrypted) throw new Error('an encrypted part');
    const extra = at + DIRECTORY_ENTRY_LENGTH + nameLength;
    const [unpacked, packed, offset] = sizesOf(view, at, extra, extraLength);
    entries.push({ name, method: view.getUint16(at + 10, true), packed, unpacked, offset, crc: view.getUint32(at + 16, true) });
    at = extra + extraLength + view.getUint16(at + 32, true);
  }
  return entries;
}

/** Unpacked size, packed size and place: each in the entry itself, or in the ZIP64 extra field in this order. */
function sizesOf(view: DataView, at: number, extra: number, extraLength: number): [unpacked: number, packed: number, offset: number] {
  let field = extra;
  while (field < extra + extraLength && view.getUint16(field, true) !== 1) field += 4 + view.getUint16(field + 2, true);
  let next = field + 4;
  const wide = (value: number): number => {
    if (value !== IN_EXTRA_FIELD) return value;
    if (next + 8 > extra + extraLength) throw new Error('a size that is nowhere');
    next += 8;
    return Number(view.getBigUint64(next - 8, true));
  };
  return [wide(view.getUint32(at + 24, true)), wide(view.getUint32(at + 20, true)), wide(view.getUint32(at + 42, true))];
}

function contentOf(bytes: Uint8Array, { name, method, packed, unpacked, offset }: ZipEntry): Uint8Array {
  const view = viewOf(bytes);
  if (view.getUint32(offset, true) !== LOCAL) throw new Error(`no part ${name}`);
  const start = offset + LOCAL_LENGTH + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const data = bytes.subarray(start, start + packed);
  if (data.length !== packed) throw new Error(`${name} breaks off`);
  if (method === STORED && packed === unpacked) return data;
  if (method !== DEFLATED) throw new Error(`${name} is packed in an unknown way`);
  const content = new Uint8Array(unpacked);
  let length = 0;
  const inflate = new Inflate((chunk) => {
    if (length + chunk.length > unpacked) throw new TooMuch({ kind: 'part', name });
    content.set(chunk, length);
    length += chunk.length;
  });
  for (let from = 0; from < data.length; from += PIECE) inflate.push(data.subarray(from, from + PIECE), from + PIECE >= data.length);
  if (length !== unpacked) throw new Error(`${name} breaks off`);
  return content;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

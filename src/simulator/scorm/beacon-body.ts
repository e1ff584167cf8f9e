/** A commit as the multipart body of `navigator.sendBeacon(url, FormData)`. */
import type { ScormStandard } from '../lms-profile.ts';
import type { StoreRequest } from '../lms-server.ts';

/** `------WebKitFormBoundary` and 16 characters, as Chromium writes it, and a line end. */
const boundaryLine = 42;
const fieldHead = 'Content-Disposition: form-data; name=""'.length + 4;
/** What a player posts beside the values, measured in Moodle: id, a, sesskey, attempt, scoid, unloading, and the last boundary. */
const fixedFields = 620;

/** Size of the body in bytes; a line end travels as CR LF. */
export function beaconBytes(standard: ScormStandard, request: StoreRequest): number {
  const encoder = new TextEncoder();
  return request.values.reduce(
    (sum, [element, value]) =>
      sum + boundaryLine + fieldHead + fieldName(standard, element).length + encoder.encode(asSent(value)).length + 2,
    fixedFields,
  );
}

/** The same request as it arrives (HTML, multipart form data: newlines become CR LF). */
export function throughBeacon(request: StoreRequest): StoreRequest {
  return { ...request, values: request.values.map(([element, value]) => [element, asSent(value)] as const) };
}

function asSent(value: string): string {
  return value.replace(/\r\n|\r|\n/g, '\r\n');
}

/** Moodle writes a dot of an element's name as two underscores, since PHP takes no dot in a field's name; in 1.2 one stands before an index. */
function fieldName(standard: ScormStandard, element: string): string {
  const indexed = standard === 'scorm12' ? element.replace(/\.(\d+)/g, '_$1') : element;
  return indexed.replaceAll('.', '__');
}

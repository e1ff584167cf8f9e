/** A commit as the multipart body of `navigator.sendBeacon(url, FormData)`. */
import type { StoreRequest } from './lms-server.ts';

/** `------WebKitFormBoundary` and 16 characters, as Chromium writes it, and a line end. */
const boundaryLine = 42;
const fieldHead = 'Content-Disposition: form-data; name=""'.length + 4;
/** What a player posts beside the values: ids of attempt, user, session. */
const fixedFields = 400;

/** Size of the body in bytes; a line end travels as CR LF. */
export function beaconBytes(request: StoreRequest): number {
  const encoder = new TextEncoder();
  return request.values.reduce(
    (sum, [element, value]) => sum + boundaryLine + fieldHead + fieldName(element).length + encoder.encode(asSent(value)).length + 2,
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

/** Players write a dot of an element's name as two underscores, since PHP takes no dot in a field's name. */
function fieldName(element: string): string {
  return element.replaceAll('.', '__');
}

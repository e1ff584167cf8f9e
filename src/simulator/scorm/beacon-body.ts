/** A commit as the body of `navigator.sendBeacon`: multipart form data, or the data model as XML or JSON. */
import type { ScormStandard, SendingHabits } from '../lms-profile.ts';
import type { StoreRequest } from '../lms-server.ts';
import { elementNames } from './scorm-elements.ts';

/** `------WebKitFormBoundary` and 16 characters, as Chromium writes it, and a line end. */
const boundaryLine = 42;
const fieldHead = 'Content-Disposition: form-data; name=""'.length + 4;
/** What a player posts beside the values, measured in Moodle: id, a, sesskey, attempt, scoid, unloading, and the last boundary. */
const fixedFields = 620;

/** What surrounds the values in Opigno's data model as JSON: the learner, the player's own settings. */
const modelBytes = 600;

/** Size of the body in bytes. */
export function beaconBytes(standard: ScormStandard, request: StoreRequest, body: SendingHabits['beaconBody'] = 'form'): number {
  if (body === 'xml') return xmlBytes(request);
  return body === 'form' ? formBytes(standard, request) : jsonBytes(standard, request, body === 'json' ? 1 : 2);
}

/** A line end travels as CR LF. */
function formBytes(standard: ScormStandard, request: StoreRequest): number {
  return request.values.reduce(
    (sum, [element, value]) => sum + boundaryLine + fieldHead + fieldName(standard, element).length + utf8Length(asSent(value)) + 2,
    fixedFields,
  );
}

/** forma.lms 4.0.19: the learner, the player's own settings, and the empty elements around lists. */
const xmlModelBytes = 2_800;
/** Of an element: ` item="yes" LMSMandatory="no" DataType="CMIVocabulary" DataSubtype="Interaction" SCOAccessibility="writeonly" isset="1"`, mostly shorter. */
const xmlAttributes = 98;

/** Around the elements of one index stands another: `<interactions index="10" item="no">`. */
export function xmlBytes(request: StoreRequest): number {
  return request.values.reduce((sum, [element, value]) => {
    const name = element.split('.').at(-1) ?? '';
    const around = name === 'id' ? 2 * (element.split('.')[1] ?? '').length + 27 : 0;
    return sum + 2 * name.length + 5 + xmlAttributes + utf8Length(value.replaceAll(/[<>&]/g, '&amp;')) + around;
  }, xmlModelBytes);
}

/** `"learner_response":"text",`, and for the first value of an object its brackets and a comma. */
function jsonBytes(standard: ScormStandard, request: StoreRequest, stateTimes: number): number {
  return request.values.reduce((sum, [element, value]) => {
    const name = element.split('.').at(-1) ?? '';
    const times = element === elementNames[standard].state ? stateTimes : 1;
    return sum + times * (name.length + 4 + utf8Length(JSON.stringify(value))) + (name === 'id' ? 3 : 0);
  }, modelBytes);
}

function utf8Length(text: string): number {
  return new TextEncoder().encode(text).length;
}

/** The same request as it arrives (HTML, multipart form data: newlines become CR LF). */
export function throughBeacon(request: StoreRequest, body: SendingHabits['beaconBody'] = 'form'): StoreRequest {
  if (body !== 'form') return request;
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

/** A course of one text field, by hand: enough to see what the preview does with a package. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import type { ScormStandard } from '../../src/simulator/lms-profile.ts';

const namespace = {
  scorm12: 'xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2"',
  scorm2004: 'xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3"',
};

export function tinyManifest(standard: ScormStandard): string {
  const version = standard === 'scorm12' ? '1.2' : '2004 4th Edition';
  return `<?xml version="1.0"?>
<manifest identifier="tiny" ${namespace[standard]}>
  <metadata><schema>ADL SCORM</schema><schemaversion>${version}</schemaversion></metadata>
  <organizations default="o"><organization identifier="o"><title>Pieni &amp; kurssi</title>
    <item identifier="i" identifierref="r"><title>Pieni kurssi</title></item></organization></organizations>
  <resources><resource identifier="r" type="webcontent" href="index.html"><file href="index.html"/></resource></resources>
</manifest>`;
}

const page = `<!doctype html>
<html lang="fi"><meta charset="utf-8"><title>Pieni kurssi</title>
<label>Vastaus <textarea id="answer"></textarea></label>
<button id="save">Tallenna</button> <button id="done">Valmis</button>
<output id="said"></output>
<script>
  const lms = [window.parent, window.opener].find((place) => place && (place.API || place.API_1484_11));
  const old = lms.API;
  const api = old || lms.API_1484_11;
  const call = (name, ...rest) => api[(old ? 'LMS' : '') + name](...rest);
  const set = (element, value) => call('SetValue', element, value);
  const status = old ? 'cmi.core.lesson_status' : 'cmi.completion_status';
  call('Initialize', '');
  set(status, 'incomplete');
  set(old ? 'cmi.core.exit' : 'cmi.exit', 'suspend');
  const answer = document.querySelector('#answer');
  answer.value = decodeURIComponent(call('GetValue', 'cmi.suspend_data'));
  const keep = () => {
    set('cmi.suspend_data', encodeURIComponent(answer.value));
    set('cmi.interactions.0.id', 'e.feedback');
    set('cmi.interactions.0.type', old ? 'fill-in' : 'long-fill-in');
    if (!old) set('cmi.interactions.0.description', 'Mitä opit?');
    set(old ? 'cmi.interactions.0.student_response' : 'cmi.interactions.0.learner_response', answer.value);
    document.querySelector('#said').value = call('Commit', '');
  };
  document.querySelector('#save').onclick = () => setTimeout(keep);
  document.querySelector('#done').onclick = () => setTimeout(() => {
    set('cmi.objectives.0.id', 'A1');
    set(old ? 'cmi.objectives.0.status' : 'cmi.objectives.0.completion_status', 'completed');
    set(status, 'completed');
    set(old ? 'cmi.core.score.raw' : 'cmi.score.raw', '100');
    keep();
  });
  addEventListener('pagehide', () => { keep(); call(old ? 'Finish' : 'Terminate', ''); });
</script></html>`;

function files(standard: ScormStandard): Record<string, Uint8Array> {
  return { 'imsmanifest.xml': strToU8(tinyManifest(standard)), 'index.html': strToU8(page) };
}

/** A zip for each standard, and the 1.2 one as a folder too. */
export function writeTinyPackages(folder: string): void {
  mkdirSync(join(folder, 'unpacked'), { recursive: true });
  for (const standard of ['scorm12', 'scorm2004'] as const) writeFileSync(join(folder, `tiny-${standard}.zip`), zipSync(files(standard)));
  for (const [name, bytes] of Object.entries(files('scorm12'))) writeFileSync(join(folder, 'unpacked', name), bytes);
}

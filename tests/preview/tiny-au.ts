/** An xAPI and a cmi5 course of one text field, by hand. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';

const activity = 'https://example.org/tiny';

const manifests = {
  xapi: {
    'tincan.xml': `<tincan xmlns="http://projecttincan.com/tincan.xsd"><activities><activity id="${activity}" type="course">
<name lang="fi">Pieni kurssi</name><description lang="fi">Kokeeksi</description><launch lang="fi">index.html</launch></activity></activities></tincan>`,
  },
  cmi5: {
    'cmi5.xml': `<courseStructure><course id="${activity}"><title><langstring lang="fi">Pieni kurssi</langstring></title></course>
<au id="${activity}/au" moveOn="Completed"><url>index.html</url></au></courseStructure>`,
  },
};

const page = `<!doctype html>
<html lang="fi"><meta charset="utf-8"><title>Pieni kurssi</title>
<label>Vastaus <textarea id="answer"></textarea></label>
<button id="save">Tallenna</button>
<output id="said"></output>
<script type="module">
  const query = new URLSearchParams(location.search);
  const actor = JSON.parse(query.get('actor'));
  const activityId = query.get('activity_id') ?? query.get('activityId');
  const registration = query.get('registration');
  const token = query.get('fetch') && (await (await fetch(query.get('fetch'), { method: 'POST' })).json())['auth-token'];
  const auth = token ? 'Basic ' + token : query.get('auth');
  const ask = (path, method, body) => fetch(query.get('endpoint') + path, {
    method, body: body && JSON.stringify(body),
    headers: { Authorization: auth, 'Content-Type': 'application/json', 'X-Experience-API-Version': '1.0.3' },
  });
  const state = 'activities/state?' + new URLSearchParams({ activityId, agent: JSON.stringify(actor), registration, stateId: 'suspendData' });
  const answer = document.querySelector('#answer');
  const kept = await ask(state, 'GET');
  if (kept.ok) answer.value = (await kept.json()).text;
  answer.dataset.ready = 'yes';
  const verb = (id) => ({ id, display: { en: id.split('/').at(-1) } });
  document.querySelector('#save').onclick = async () => {
    const said = document.querySelector('#said');
    try {
      await ask(state, 'PUT', { text: answer.value });
      const response = await ask('statements', 'POST', {
        id: crypto.randomUUID(), actor, verb: verb('http://adlnet.gov/expapi/verbs/answered'),
        object: { objectType: 'Activity', id: activityId + '/question/e.feedback', definition: { description: { fi: 'Mitä opit?' }, name: { fi: 'e.feedback' } } },
        result: { response: answer.value }, context: { registration }, timestamp: new Date().toISOString(),
      });
      said.value = response.status;
    } catch { said.value = 'ei vastausta'; }
  };
</script></html>`;

export function writeTinyLaunchedPackages(folder: string): void {
  for (const [standard, manifest] of Object.entries(manifests)) {
    const files = Object.entries({ ...manifest, 'index.html': page }).map(([name, text]) => [name, strToU8(text)] as const);
    writeFileSync(join(folder, `tiny-${standard}.zip`), zipSync(Object.fromEntries(files)));
  }
}

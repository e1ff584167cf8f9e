import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { checkPackage } from '../../build/check-package.ts';
import { packed } from '../../build/packed.ts';
import { limits } from '../../build/package-and-launch-limits.ts';
import { launchCost, type CheckedPackage } from '../../build/package-faults.ts';
import { PackageError, type PackageFaultCode } from '../../build/package-error.ts';
import { packageKinds, type PackageName } from '../../build/packages.ts';
import { MOST_LOGO_LETTERS } from '../../src/own-package/logo-limits.ts';
import { settingsBlockIn, settingsBytes, withSettings } from '../../src/own-package/settings-block.ts';
import { textIn } from '../../src/own-package/zip-package.ts';
import { pathOf, samplePackage, withFile } from './packages-of-sample.ts';

async function faultsOf(made: CheckedPackage): Promise<PackageFaultCode[]> {
  try {
    await checkPackage(made);
  } catch (error) {
    if (error instanceof PackageError) return error.faults.map(({ code }) => code);
    throw error;
  }
  return [];
}

const LISTED_SCRIPT = '<file href="course.js"/>';

/** So many characters, of which a packed script holds about three quarters in bytes. */
function hardToPack(length: number): string {
  let text = '';
  while (text.length < length) text += createHash('sha256').update(String(text.length)).digest('hex');
  return text.slice(0, length);
}

describe('a package as it is made passes', () => {
  test.each(packageKinds.map(({ name }) => name))('%s', async (name) => {
    await expect(checkPackage(await samplePackage(name))).resolves.toEqual([]);
  });
});

/** Each case: what is wrong, in which package, what was changed in which file, and the fault that is told. */
const inManifest: readonly (readonly [string, PackageName, PackageFaultCode, (manifest: string) => string])[] = [
  ['an element that the schema does not know', 'scorm12', 'schema', (text) => text.replace('<metadata>', '<metadata><licence/>')],
  ['another schema version', 'scorm12', 'schema', (text) => text.replace('sco"', 'lesson"')],
  [
    'elements in another order',
    'scorm2004-3rd',
    'schema',
    (text) => text.replace(/(<organizations[^]*<\/organizations>\s*)(<resources>[^]*<\/resources>)/, '$2$1'),
  ],
  ['an unknown sequencing element', 'scorm2004-4th', 'schema', (text) => text.replace('imsss:deliveryControls', 'imsss:deliveryControl')],
  ['two identifiers that are the same', 'scorm12', 'schema', (text) => text.replaceAll('aspa-ajokortti-item', 'aspa-ajokortti-resource')],
  ['text that is no XML', 'scorm12', 'schema', (text) => text.replace('</manifest>', '')],
  [
    'a default organization that is not there',
    'scorm12',
    'reference',
    (text) => text.replace('default="aspa-ajokortti-organization"', 'default="aspa-ajokortti-item"'),
  ],
  [
    'an identifierref that names nothing',
    'scorm2004-3rd',
    'reference',
    (text) => text.replace('identifierref="aspa-ajokortti-resource"', 'identifierref="other"'),
  ],
  [
    'an identifierref that names no resource',
    'scorm2004-4th',
    'reference',
    (text) => text.replace('identifierref="aspa-ajokortti-resource"', 'identifierref="aspa-ajokortti-item"'),
  ],
  ['a listed file that is not there', 'scorm12', 'missing-file', (text) => text.replace(LISTED_SCRIPT, '$&<file href="other.js"/>')],
  ['a file that is not listed', 'scorm2004-3rd', 'unlisted-file', (text) => text.replace(LISTED_SCRIPT, '')],
  ['an item without a title', 'scorm12', 'title', (text) => text.replace(/(<item[^>]*>\s*)<title>[^<]*<\/title>/, '$1')],
  ['a title of more than 255 characters', 'scorm12', 'title', (text) => text.replace(/<title>[^<]*/, `<title>${'a'.repeat(256)}`)],
  ['another page launched', 'scorm12', 'launch', (text) => text.replace('href="index.html">', 'href="licences.txt">')],
  ['a launch file that is not there', 'xapi', 'missing-file', (text) => text.replace('>index.html<', '>start.html<')],
  [
    'a second launch',
    'xapi',
    'launch',
    (text) =>
      text.replace(/(<\/description>\s*)<\/activity>\s*<\/activities>/, '$1<launch lang="fi">index.html</launch></activity></activities>'),
  ],
  ['a language left empty', 'xapi', 'schema', (text) => text.replace('lang="fi"', 'lang=""')],
  ['no description', 'xapi', 'schema', (text) => text.replace(/<description[^]*?<\/description>/, '')],
  ['an unknown moveOn', 'cmi5', 'schema', (text) => text.replace('moveOn="Completed"', 'moveOn="Done"')],
  ['an id that is no IRI', 'cmi5', 'schema', (text) => text.replace(/<au id="[^"]*"/, '<au id="unit"')],
  ['two ids that are the same', 'cmi5', 'schema', (text) => text.replace(/\/au"/, '"')],
  ['no url', 'cmi5', 'schema', (text) => text.replace(/<url>[^<]*<\/url>/, '')],
  ['a launch address with a query', 'cmi5', 'launch', (text) => text.replace('index.html', 'index.html?mode=cmi5')],
];

describe('in a manifest the check finds', () => {
  test.each(inManifest)('%s (%s)', async (_what, name, code, change) => {
    const made = await samplePackage(name);
    const file = made.kind.manifest?.file ?? '';
    const changed = withFile(made, file, change);
    expect(changed.files.get(file)).not.toEqual(made.files.get(file));
    expect(await faultsOf(changed)).toContain(code);
  });
});

const inScript: readonly (readonly [string, PackageFaultCode, string])[] = [
  ['a fetch from another host', 'foreign-host', 'fetch("https://cdn.example.org/a.json")'],
  ['a fetch of an address put together', 'foreign-host', 'fetch("https://cdn.example.org/" + name)'],
  ['a fetch of an address in a template', 'foreign-host', 'fetch(`https://cdn.example.org/${name}`)'],
  ['a beacon to another host', 'foreign-host', 'navigator.sendBeacon("//stats.example.org")'],
  ['a request to another host', 'foreign-host', 'r.open("GET", "https://example.org/a")'],
  ['a module from another host', 'foreign-host', 'import("https://example.org/a.js")'],
  ['a picture from another host', 'foreign-host', 'img.src = "https://example.org/a.png"'],
  ['a picture from another host in markup', 'foreign-host', 'show(`<img alt="" src="https://example.org/${name}.png">`)'],
  ['a font from another host', 'foreign-host', 'css("@font-face{src:url(https://example.org/a.woff2)}")'],
  ['a style sheet from another host', 'foreign-host', 'css("@import \'https://example.org/a.css\'")'],
  [
    'a font from another host in a packed script',
    'foreign-host',
    `run(unpack("${await packed('css("@font-face{src:url(https://example.org/a.woff2)}")\n//# sourceURL=kurssi.js\n')}"))`,
  ],
  ['an unload listener', 'unload-handler', 'addEventListener("unload", () => save())'],
  ['an unload listener of the window', 'unload-handler', 'window.addEventListener(`unload`, save)'],
  ['onunload', 'unload-handler', 'window.onunload = save'],
  ['a look behind in a regular expression', 'young-syntax', 'x.search(/(?<![a-z])b/)'],
  ['one that is written as a text', 'young-syntax', 'new RegExp("(?<=a)b", "u")'],
  ['a set in a regular expression', 'young-syntax', 'x.search(/[[a-z]--b]/v)'],
  ['a static block of a class', 'young-syntax', 'class One { static { start(); } }'],
  ['a prompt by returnValue', 'leave-prompt', 'addEventListener("beforeunload", (e) => { e.returnValue = ""; })'],
  ['a prompt by preventDefault', 'leave-prompt', 'addEventListener("beforeunload", (e) => e.preventDefault())'],
  ['a prompt in a named function', 'leave-prompt', 'function leave(e) { e.preventDefault(); } addEventListener("beforeunload", leave)'],
  [
    'a prompt in a method',
    'leave-prompt',
    'class A { open() { addEventListener("beforeunload", this.leave); } leave = (e) => { e.preventDefault(); }; }',
  ],
  [
    'a prompt in a bound method',
    'leave-prompt',
    'class A { open() { addEventListener("beforeunload", this.leave.bind(this)); } leave(e) { e.preventDefault(); } }',
  ],
];

describe('in a script the check finds', () => {
  test.each(inScript)('%s', async (_what, code, script) => {
    expect(await faultsOf(await samplePackage('web', script))).toEqual([code]);
  });

  test.each([
    ['a namespace', 'document.createElementNS("http://www.w3.org/2000/svg", "svg")'],
    ['the address of an activity type', 'send({ type: "http://adlnet.gov/expapi/activities/course" })'],
    ['a link for the learner', 'show(`<a href="https://akepike.fi">AKEPIKE</a>`)'],
    [
      'an SVG with its namespace in a data address',
      'show(`<img src="data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22/>">`)',
    ],
    ['saving in beforeunload and pagehide', 'addEventListener("beforeunload", () => save()); addEventListener("pagehide", () => save())'],
    [
      'preventDefault elsewhere',
      'addEventListener("beforeunload", save); function save() {} addEventListener("submit", (e) => e.preventDefault())',
    ],
  ])('nothing in %s', async (_what, script) => {
    expect(await faultsOf(await samplePackage('web', script))).toEqual([]);
  });
});

describe('in a package the check finds', () => {
  test('two files of the same base name', async () => {
    expect(await faultsOf(withFile(await samplePackage('web'), 'pictures/Index.html', () => '<p>'))).toEqual(['base-name', 'file-name']);
  });

  test.each(['pictures/Kuva.svg', 'a picture.svg', 'käsikirja.txt', 'tools/start.php', 'notes.py'])(
    'a name that some systems refuse, run or hide: %s',
    async (path) => {
      expect(await faultsOf(withFile(await samplePackage('web'), path, () => '<p>'))).toEqual(['file-name']);
    },
  );

  test('an empty file', async () => {
    expect(await faultsOf(withFile(await samplePackage('web'), 'pictures/empty.txt', () => ''))).toEqual(['empty-file']);
  });

  test('a script that the page loads and that is not there', async () => {
    const made = await samplePackage('web');
    expect(await faultsOf(withFile(made, pathOf(made.files.keys(), 'course.js'), () => undefined))).toEqual(['missing-file']);
  });

  test('a page that loads from another host', async () => {
    const made = withFile(await samplePackage('web'), 'index.html', (text) =>
      text.replace('</head>', '<script src="https://example.org/a.js"></script></head>'),
    );
    expect(await faultsOf(made)).toEqual(['foreign-host']);
  });

  test('an unload handler in the markup', async () => {
    const made = withFile(await samplePackage('web'), 'index.html', (text) => text.replace('<body>', '<body onunload="save()">'));
    expect(await faultsOf(made)).toEqual(['unload-handler']);
  });

  test('a launch of more than three requests', async () => {
    const pictures = ['a.png', 'b.png'].map((name) => `<img alt="" src="${name}">`).join('');
    let made = withFile(await samplePackage('web'), 'index.html', (text) => text.replace('</body>', `${pictures}</body>`));
    for (const name of ['a.png', 'b.png']) made = withFile(made, name, () => 'picture');
    expect(await faultsOf(made)).toEqual(['launch-requests']);
  });

  // To pack so much takes its time.
  let tooMuchMade: ReturnType<typeof samplePackage> | undefined;
  const tooMuch = (): ReturnType<typeof samplePackage> => (tooMuchMade ??= samplePackage('scorm12', `show("${hardToPack(445_000)}")`));

  test('a launch of more than 300 kB', async () => {
    expect(await faultsOf(await tooMuch())).toEqual(['launch-size']);
  });

  test('but not of what an organization fills in: its logo has a limit of its own', async () => {
    const most = limits.launchBytes.scorm12;
    const logo = { src: `data:image/svg+xml,${'x'.repeat(MOST_LOGO_LETTERS - 19)}`, alt: 'Mallikylä' };
    const read = await samplePackage('scorm12', `show("${hardToPack(400_000)}")`);
    const made = withFile(read, 'index.html', (page) =>
      withSettings(page, 'scorm12', { ...settingsBlockIn(page).settings, theme: { logo } }),
    );
    expect(launchCost(made.files).bytes).toBeGreaterThan(most);
    expect(launchCost(read.files).bytes).toBeLessThan(most);
    expect(await faultsOf(made)).toEqual([]);
  });

  test('more bytes allowed to xAPI and cmi5, which bring a client along', async () => {
    expect(await faultsOf(await samplePackage('cmi5', `show("${hardToPack(445_000)}")`))).toEqual([]);
  });

  test('a zip of more than 350 kB', async () => {
    const made = await samplePackage('web');
    const most = limits.zipBytes + settingsBytes(textIn(made.files, 'index.html'));
    expect(await faultsOf({ ...made, zip: new Uint8Array(most + 1) })).toEqual(['zip-size']);
    expect(await faultsOf({ ...made, zip: new Uint8Array(most) })).toEqual([]);
    expect(limits.zipBytes).toBe(350_000);
  });

  test('what an author can mend is told in her language', async () => {
    const told = String(await checkPackage({ ...(await tooMuch()), zip: new Uint8Array(412_345) }).catch((error: unknown) => error));
    expect(told).toMatch(/Kurssin avaaminen siirtää .* Pienennä kuvia/);
    expect(told).toMatch(/Paketissa on 412.345 tavua, kun tavoite on enintään 350.000\. Pienennä kuvia/);
  });

  test('what is only too heavy is made all the same, and told, unless the build is strict', async () => {
    const made = { ...(await tooMuch()), zip: new Uint8Array(412_345) };
    const told = await checkPackage(made, undefined, false);
    expect(told).toEqual([expect.stringContaining('Kurssin avaaminen siirtää'), expect.stringContaining('Paketissa on')]);
    const broken = withFile(made, 'index.html', (page) => page.replace('</body>', '<img src="lost.png"></body>'));
    const error = await checkPackage(broken, undefined, false).catch((thrown: unknown) => thrown);
    expect(String(error)).toMatch(/lost\.png/);
  });

  test('all faults at once, each with its file', async () => {
    const made = withFile(
      await samplePackage('scorm12', 'window.onunload = save; fetch("https://example.org/a")'),
      'imsmanifest.xml',
      (text) => text.replace(LISTED_SCRIPT, '').replace('identifierref="aspa-ajokortti-resource"', 'identifierref="x"'),
    );
    const error = await checkPackage(made).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(PackageError);
    expect(String(error).replaceAll(pathOf(made.files.keys(), 'course.js'), 'course-<digest>.js')).toMatchSnapshot();
  });
});

test.each(['scorm12', 'scorm2004-3rd', 'scorm2004-4th'] as const)(
  '%s: the manifest of an update is the same, since ILIAS takes no other',
  async (name) => {
    const [before, after] = [await samplePackage(name), await samplePackage(name, 'document.title = "Uusi";')];
    expect(textIn(after.files, 'imsmanifest.xml')).toBe(textIn(before.files, 'imsmanifest.xml'));
    // Browsers keep what they have loaded, so the script has another address.
    const addressIn = ({ files }: CheckedPackage): string => /src="(course[^"]*)"/.exec(textIn(files, 'index.html'))?.[1] ?? '';
    expect(addressIn(before)).toMatch(/^course\.js\?[0-9a-f]{10}$/);
    expect(addressIn(after)).not.toBe(addressIn(before));
  },
);

/** A small course for tests: two classes, two chapters, every kind of text that a chapter can hold. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export type ContentFiles = Readonly<Record<string, string | undefined>>;

const courseYaml = `id: https://esimerkki.fi/kurssit/ajokortti
title: Asiakaspalvelun ajokortti
description: Kirjaston asiakaspalvelun verkkokurssi.
version: "1.0"
publisher: Esimerkkikirjastot
contact: kurssi@esimerkki.fi
languages: [fi]
classes:
  - { id: A1, title: Yhdenvertainen kirjasto, compulsory: true }
  - { id: B, title: Tieto verkosta, compulsory: false }
programmes:
  - { id: first, title: Ensimmäinen ohjelma, link: https://www.esimerkki.fi/1 }
  - { id: second, title: Toinen ohjelma, link: https://www.esimerkki.fi/2 }
chapters:
  - 00-alku
  - 01-b
`;

const first = `---
id: a
sign: A
title: Yhdenvertainen kirjasto
lead: Kun haluat kohdata jokaisen.
exercises:
  - kind: reflection
    id: a.training
    title: Treenaa
    why: Harjoittelu tekee taidosta tavan.
    task: Mieti, miten [kanavat](#b/b.channels) näkyvät työssäsi.
    classes: [A1]
    questions:
      - id: habit
        label: Mitä treenaat?
---

Teksti **alkaa** tästä. Lue lisää luvusta [B](#b) tai [sivulta](https://www.akepike.fi).

## Monikanavainen asiakaspalvelu

![Kaksi ihmistä tiskillä](kuva.svg)

::: voice Tuire Vesterinen, kirjastonjohtaja, Muurame
Vesterinen pitää kohtaamista tärkeänä.
:::

:::: panels
::: panel see
### Näy
- Ole esillä.
:::
::: panel talk
### Puhu
Juttele.
:::
::::

::: exercise a.training

::: note
Muista tauot.
:::
`;

const second = `---
id: b
sign: B
title: Tieto verkosta
exercises:
  - kind: reflection
    id: b.channels
    title: Kanavat
    why: Asiakas valitsee kanavan.
    task: Vastaa omin sanoin.
    classes: [B]
    questions:
      - { id: phone, label: Miten puhelin sujuu? }
      - { id: chat, label: Miten chat sujuu?, help: Ajattele viime viikkoa., optional: true }
---

Ennen harjoitusta.

::: exercise b.channels
`;

/** The course without a mistake. */
export const sampleContent: ContentFiles = {
  'course.yaml': courseYaml,
  'fi/00-alku.md': first,
  'fi/01-b.md': second,
  'fi/kuva.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><circle cx="5" cy="5" r="4" fill="#123456"/></svg>\n',
};

/** The sample with a part of one file replaced. @throws where that part is not in the file. */
export function changed(path: string, from: string | RegExp, to: string, files: ContentFiles = sampleContent): ContentFiles {
  const before = files[path] ?? '';
  const after = before.replace(from, to);
  if (after === before) throw new Error(`“${String(from)}” is not in ${path}, so the test would change nothing.`);
  return { ...files, [path]: after };
}

/** The same course in Finnish and in Swedish, in which the titles are translated. */
export const bilingualContent: ContentFiles = {
  ...changed(
    'course.yaml',
    '[fi]',
    '[fi, sv]',
    changed('course.yaml', 'title: Asiakaspalvelun ajokortti', 'title: { fi: Ajokortti, sv: Körkort }'),
  ),
  ...Object.fromEntries(
    Object.entries(sampleContent).flatMap(([path, text]) =>
      path.startsWith('fi/')
        ? [
            [
              path.replace('fi/', 'sv/'),
              text
                ?.replace('title: Yhdenvertainen kirjasto', 'title: Ett jämlikt bibliotek')
                .replace('title: Tieto verkosta', 'title: Information på webben'),
            ],
          ]
        : [],
    ),
  ),
};

/** Runs `work` in a folder with these files, and removes the folder. */
export async function withContent<T>(files: ContentFiles, work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'aspa-content-'));
  try {
    for (const [path, text] of Object.entries(files)) {
      if (text === undefined) continue;
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

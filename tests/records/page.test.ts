import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { axeFaults } from '../axe-in-page.ts';
import { interactionsReport } from './moodle-reports.ts';
import { cutTexts, learners, look, useBrowser, type LookOptions } from './opened-page.ts';
import { inFolder, runHere } from './run-cli.ts';

const browser = useBrowser();

const WCAG = { tags: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] };

describe('passes axe for WCAG 2.2 AA', () => {
  test.each<[string, LookOptions]>([
    ['at 1280 px', { width: 1280 }],
    ['at 714 px, in the dark', { width: 714, dark: true }],
    ['at 360 px, in Swedish', { width: 360, args: ['--language', 'sv'] }],
    ['in English, pseudonymous', { args: ['--language', 'en', '--pseudonymous'] }],
    ['with nobody at all', { count: 0 }],
  ])('%s', async (_what, options) => {
    await look(browser(), options, async ({ page }) => {
      expect(await axeFaults(page, WCAG)).toEqual([]);
      for (const summary of await page.locator('summary').all()) await summary.click();
      if (options.count !== 0) await page.getByRole('searchbox').fill('ei ketään tällaista');
      expect(await axeFaults(page, WCAG)).toEqual([]);
    });
  });
});

test('nothing is loaded, nothing may be, and no text is cut off at any width', async () => {
  for (const args of [[], ['--language', 'sv'], ['--language', 'en'], ['--pseudonymous']]) {
    await look(browser(), { args }, async ({ page, requests }) => {
      expect(requests.filter((url) => !url.startsWith('file:') && url !== 'data:,')).toEqual([]);
      expect(requests.filter((url) => url.startsWith('file:'))).toHaveLength(1);
      const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
      expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'; script-src 'sha256-[^']+';/);
      for (const width of [1280, 1241, 714, 360, 320]) {
        await page.setViewportSize({ width, height: 900 });
        // The page takes up its new width with the next frame.
        await expect
          .poll(() => page.evaluate(() => document.documentElement.scrollWidth), { message: `${width} ${args.join(' ')}` })
          .toBeLessThanOrEqual(width);
      }
    });
  }
});

test('ten thousand people: no more than fifty are drawn at a time, whatever is searched for', async () => {
  await look(browser(), { count: 10_000 }, async ({ page }) => {
    const drawn = (): Promise<number> => page.locator('#people tr').count();
    expect(await drawn()).toBe(50);
    const most = await page.evaluate(async () => {
      const people = document.querySelector('#people') as HTMLElement;
      const field = document.querySelector('#search') as HTMLInputElement;
      const counts: number[] = [];
      for (const text of ['a', 'ai', 'aino', '']) {
        field.value = text;
        field.dispatchEvent(new Event('input'));
        await new Promise((resolve) => requestAnimationFrame(resolve));
        counts.push(people.querySelectorAll('tr').length);
      }
      return Math.max(...counts);
    });
    expect(most).toBe(50);
    expect(await page.locator('#shown').textContent()).toMatch(/^Näkyvissä 1–50 \/ 10\s000$/);
    expect(await cutTexts(page)).toEqual([]);
  });
});

test('search, filters, order and pages find the right people', async () => {
  await look(browser(), {}, async ({ page }) => {
    const shown = page.getByRole('status');
    const names = (): Promise<string[]> =>
      page.locator('#people th').evaluateAll((heads) => heads.map((head) => head.firstChild?.textContent ?? ''));
    await page.getByLabel('Hae').fill('öhman muurame');
    const expected = learners.filter(({ name, unit }) => name.includes('Öhman') && unit === 'Muurame');
    expect((await names()).sort()).toEqual(expected.map(({ name }) => name).sort());
    await page.getByRole('button', { name: 'Poista rajaukset' }).click();
    expect(await shown.textContent()).toBe('Näkyvissä 1–50 / 200');

    await page.getByLabel('Tilanne', { exact: true }).selectOption({ label: 'Ei aloitettu' });
    expect(await shown.textContent()).toBe('Näkyvissä 1–20 / 20');
    await page.getByLabel('Luokka puuttuu').selectOption({ index: 1 });
    await page.getByLabel('Yksikkö', { exact: true }).selectOption({ label: 'Viitasaari' });
    expect(await names()).toEqual([]);
    expect(await shown.textContent()).toBe('Haulla ei löytynyt ketään. Poista rajauksia.');
    await page.getByRole('button', { name: 'Poista rajaukset' }).click();

    await page.getByRole('button', { name: 'Seuraavat' }).click();
    expect(await shown.textContent()).toBe('Näkyvissä 51–100 / 200');
    await page.getByRole('button', { name: 'Ajokortti' }).click();
    expect(await page.locator('th[aria-sort]').getAttribute('aria-sort')).toBe('ascending');
    const first = [...learners].filter(({ completedAt }) => completedAt).sort((a, b) => (a.completedAt ?? 0) - (b.completedAt ?? 0))[0];
    const earliest = new Date(first?.completedAt ?? 0).toLocaleDateString('fi-FI', { timeZone: 'Europe/Helsinki' });
    expect(await page.locator('#people tr').first().locator('.licence').textContent()).toBe(earliest);
    // Those without one stay last in either direction.
    await page.getByRole('button', { name: 'Ajokortti' }).click();
    expect(await page.locator('#people tr').first().locator('.licence').textContent()).not.toContain('–');
  });
});

test('the keyboard alone reaches and works everything', async () => {
  await look(browser(), { width: 714 }, async ({ page }) => {
    const names: string[] = [];
    for (let step = 0; step < 12; step++) {
      await page.keyboard.press('Tab');
      names.push(await page.evaluate(() => document.activeElement?.textContent?.trim().slice(0, 20) || document.activeElement?.id || ''));
    }
    expect(names[0]).toBe('Siirry taulukkoon');
    expect(names).toContain('search');
    expect(names.filter((name) => name.startsWith('Näytä luvut'))).toHaveLength(2);
    const next = page.getByRole('button', { name: 'Seuraavat' });
    await next.focus();
    for (let step = 0; step < 3; step++) await page.keyboard.press('Enter');
    // On the last page the button is off: the focus has gone to the other one, not away.
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('previous');
  });
});

test('the table says in words what signs and colours show', async () => {
  await look(browser(), {}, async ({ page }) => {
    const one = learners.find(({ earned }) => earned.has('A1') && !earned.has('B')) as (typeof learners)[number];
    await page.getByLabel('Hae').fill(one.email);
    const snapshot = await page.locator('#table').ariaSnapshot();
    const day = new Date(one.earned.get('A1') ?? 0).toLocaleDateString('fi-FI', { timeZone: 'Europe/Helsinki' });
    expect(snapshot).toContain(`- cell "${day}"`);
    expect(snapshot).toContain('- cell "ei vielä"');
    expect(snapshot).toContain('- columnheader "A1"');
  });
});

test('prints everybody who matches, and is as before afterwards', async () => {
  await look(browser(), {}, async ({ page }) => {
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    expect(await page.locator('#people tr').count()).toBe(200);
    expect(await page.locator('.filters').isVisible()).toBe(false);
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    expect(await page.locator('#people tr').count()).toBe(50);
  });
});

test('is printed as a table on few pages, in the colours of paper', async () => {
  await look(browser(), { dark: true }, async ({ page }) => {
    const pdf = await page.pdf({ preferCSSPageSize: true });
    // Two hundred people, a dozen on a page of A4.
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length).toBeLessThan(25);
    await page.setViewportSize({ width: 1032, height: 700 });
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    const styles = await page.evaluate(() => {
      const row = getComputedStyle(document.querySelector('#people tr') as Element);
      const { display: head } = getComputedStyle(document.querySelector('#table th button') as Element);
      return { display: row.display, head, paper: getComputedStyle(document.documentElement).backgroundColor, ink: row.color };
    });
    // Chromium sets the heads on every page only where no box of a button stands in them: without them nobody sees of which class a day is.
    expect(styles).toEqual({ display: 'table-row', head: 'contents', paper: 'rgb(255, 255, 255)', ink: 'rgb(0, 0, 0)' });
  });
});

test('a licence that has expired is none in the chart by unit, and is told of in the one by month', async () => {
  await look(browser(), {}, async ({ page }) => {
    const tiles = await page.locator('.tiles b').allTextContents();
    const [, , , earned, expiring, expired] = tiles.map(Number);
    expect(expired).toBeGreaterThan(0);
    const bars = await page.locator('.bars .figure').allTextContents();
    expect(bars.reduce((sum, bar) => sum + Number(bar.split(' / ')[0]), 0)).toBe((earned ?? 0) + (expiring ?? 0));
    await page.getByText('Vanhentuneita ei lasketa.').waitFor();
    await page.getByText('Mukana ovat myös vanhentuneet.').waitFor();
  });
});

test('the classes are called by their names in the page’s language', async () => {
  await look(browser(), { args: ['--language', 'en'] }, async ({ page }) => {
    expect(await page.locator('.classes li').first().textContent()).toContain('Meeting young people');
    expect(await page.locator('#lacks option').last().textContent()).toContain('Lead customer service');
    expect(await page.locator('.classes [lang], #lacks [lang]').count()).toBe(0);
  });
  await look(browser(), {}, async ({ page }) => expect(await page.locator('[lang]').count()).toBe(1));
});

test('titles that are not in the page’s language are marked as what they are, Finnish', async () => {
  const classes = ['A1', 'A2', 'B'].map((id) => `  - { id: ${id}, title: Osio ${id} }\n`).join('');
  await inFolder(async (folder) => {
    const file = join(folder, 'course.yaml');
    await writeFile(file, `id: https://akepike.fi/aspa-ajokortti\ntitle: Aspa-ajokortti\nlicence: A1 and A2\nclasses:\n${classes}`);
    await look(browser(), { args: ['--language', 'en', '--course-file', file] }, async ({ page }) => {
      expect(await page.locator('.classes [lang=fi]').count()).toBe(3);
      expect(await page.locator('#lacks option[lang=fi]').count()).toBe(3);
    });
  });
});

test('where no unit is known there is nothing about units, and one month makes a line too', async () => {
  await inFolder(async (folder) => {
    await writeFile(join(folder, 'r.txt'), interactionsReport(learners.slice(0, 2)));
    const path = join(folder, 'sivu.html');
    const day = new Date(Math.min(...(learners[1]?.earned.values() ?? []))).toISOString().slice(0, 10);
    expect((await runHere(['--file', join(folder, 'r.txt'), '--html', path, '--as-of', day])).code).toBe(0);
    const context = await browser().newContext();
    try {
      const page = await context.newPage();
      await page.goto(pathToFileURL(path).href);
      for (const id of ['#units', '#unit']) expect(await page.locator(id).count()).toBe(0);
      expect(await page.getByRole('columnheader').allTextContents()).toEqual([
        'Nimi',
        'Tilanne',
        'A1',
        'A2',
        'B',
        'C',
        'D',
        'E',
        'Ajokortti',
      ]);
      expect(await page.locator('.chart.wide .line').first().getAttribute('d')).toMatch(/^M[\d. ]+L[\d. ]+$/);
      await page.getByRole('searchbox').fill('aino');
      expect(await page.getByRole('status').textContent()).toContain('/ 1');
      await page.getByRole('button', { name: 'Poista rajaukset' }).click();
      expect(await axeFaults(page, WCAG)).toEqual([]);
    } finally {
      await context.close();
    }
  });
});

test('the charts have their figures as tables', async () => {
  await look(browser(), {}, async ({ page }) => {
    const licences = learners.filter(({ completedAt }) => completedAt !== undefined).length;
    expect(await page.locator('.chart.wide svg').first().getAttribute('aria-label')).toBe(
      `Viivakaavio: suoritettujen ajokorttien määrä kuukausittain 1/2025–11/2026. Viimeinen luku on ${licences}.`,
    );
    await page.locator('summary').first().click();
    const last = page.getByRole('region', { name: 'Luvut: Ajokortit kuukausittain' }).getByRole('row').last();
    expect(await last.getByRole('cell').first().textContent()).toBe(String(licences));
  });
});

import { describe, expect, test } from 'vitest';
import { readCourse } from '../../build/read-course.ts';
import { changed, withContent } from './sample-content.ts';

const themed = (theme: string, more: Readonly<Record<string, string>> = {}): Promise<unknown> =>
  withContent(
    { ...changed('course.yaml', 'contact:', `theme: ${theme}\ncontact:`), ...more },
    async (folder) => (await readCourse(folder)).theme,
  );

test('a default language that the course has not is a mistake', async () => {
  const files = changed('course.yaml', 'contact:', 'defaultLanguage: sv\ncontact:');
  await expect(withContent(files, readCourse)).rejects.toThrow('Kurssia ei ole kielellä ”sv”.');
});

describe('a theme in course.yaml', () => {
  test('has colours and a logo in the settings', async () => {
    expect(await themed("{ accent: '#0C4A80', logo: { file: logo.svg, alt: Kunta } }", { 'logo.svg': '<svg/>' })).toEqual({
      accent: '#0c4a80',
      logo: { src: 'data:image/svg+xml,%3Csvg/%3E', alt: 'Kunta' },
    });
  });

  test('with a colour that is not read stops the build, and the nearest one that is read is named', async () => {
    await expect(themed("{ accent: '#e2001a' }")).rejects.toThrow(
      /Väri ”#e2001a” ei erotu tarpeeksi \(kontrasti alle 7:1\)\.[^]*Lähin väri, joka erottuu: '#[0-9a-f]{6}'/,
    );
    await expect(themed("{ band: '#808080' }")).rejects.toThrow('Lähin väri, joka erottuu');
    await expect(themed('{ band: punainen }')).rejects.toThrow('Väri ”punainen” ei kelpaa.');
  });

  test('with a logo that is not there, or too heavy for every launch, stops the build', async () => {
    await expect(themed('{ logo: { file: logo.png, alt: Kunta } }')).rejects.toThrow('Logoa logo.png ei löydy');
    const large = { 'logo.svg': `<svg>${'x'.repeat(50_000)}</svg>` };
    await expect(themed('{ logo: { file: logo.svg, alt: Kunta } }', large)).rejects.toThrow('Logo logo.svg on liian suuri.');
  });
});

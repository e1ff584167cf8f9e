/** What an author writes of the course's look: the keys of `theme:` in course.yaml. */
import * as z from 'zod';
import { text } from '../src/exercises/shared/schema-keys.ts';
import { nearestPassing, readColour, type ThemeColour } from '../src/theme/own-colours.ts';
import { say } from './say.ts';
import { message } from './schema-messages.ts';

/** A colour that is read where the course uses it. */
const themeColour = (name: ThemeColour) =>
  z.string().transform((written, context) => {
    const colour = readColour(written);
    const passing = colour && nearestPassing(name, colour);
    if (colour !== undefined && colour === passing) return colour;
    context.issues.push({
      code: 'custom',
      input: written,
      message:
        passing === undefined
          ? message(say`Väri ”${written}” ei kelpaa.`, say`Kirjoita väri lainausmerkeissä muodossa '#0c4a80'.`)
          : message(say`Väri ”${written}” ei erotu tarpeeksi (kontrasti alle 7:1).`, say`Lähin väri, joka erottuu: '${passing}'`),
    });
    return z.NEVER;
  });

export const themeSchema = z.strictObject({
  accent: z.exactOptional(themeColour('accent').describe('Colour of links and buttons: #0c4a80')),
  band: z.exactOptional(themeColour('band').describe('Ground of the logo, and the line above the header: #ffcc00')),
  logo: z.exactOptional(
    z
      .strictObject({ file: text.describe('Picture in this folder'), alt: text.describe('The same in words') })
      .describe('Logo on the cover'),
  ),
});

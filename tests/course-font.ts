/** Component tests measure pages in the course's own letters: how wide those of a machine are says nothing of the course. */
// @ts-expect-error The bundler of the tests gives a file's address.
import latin from '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2?url';

document.fonts.add(await new FontFace('Atkinson Hyperlegible Next', `url(${String(latin)})`, { weight: '200 800' }).load());

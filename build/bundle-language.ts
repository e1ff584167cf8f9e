/** The file of a further language: its content and the interface's words, handed over to the course's script (`src/text/language-pack.ts`). */
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Course, Language } from '../src/course/course.ts';
import { contentsOf } from '../src/course/settings.ts';

const text = (path: string): string => fileURLToPath(new URL(`../src/text/${path}`, import.meta.url));

/** The module that holds the interface's words, exported under the language's own name. */
export function wordsOf(language: Language): string {
  return text(`${language}.ts`);
}

export async function bundleLanguage(course: Course): Promise<string> {
  const { language } = course;
  // An array of one, as in the course's own script: whoever looks for content finds both in the same way (`src/own-package/script-contents.ts`).
  const contents = JSON.stringify(JSON.stringify(contentsOf([course])));
  const { outputFiles } = await build({
    stdin: {
      contents: `
        import { ${language} as text } from ${JSON.stringify(wordsOf(language))};
        import { handOver } from ${JSON.stringify(text('language-pack.ts'))};
        const [content] = JSON.parse(${contents});
        handOver({ language: ${JSON.stringify(language)}, text, content });`,
      resolveDir: text('.'),
      loader: 'ts',
    },
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    minify: true,
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'silent',
    tsconfigRaw: {},
  });
  return outputFiles[0]?.text ?? '';
}

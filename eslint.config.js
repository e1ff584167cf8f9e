import { existsSync, readdirSync } from 'node:fs';
import importX from 'eslint-plugin-import-x';
import { configs as lit } from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import { configs as wc } from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';

/** Which folder may not import which: the one-way flow of the course (README, "What is where"). */
const zones = [
  { target: './src/theme', from: './src', except: ['./theme', './course'], message: 'The theme knows nothing that is drawn with it.' },
  {
    target: './src/course',
    from: './src',
    except: ['./course', './exercises', './fields'],
    message: 'The course knows no LMS and no build.',
  },
  ...['tracking', 'shell', 'entry', 'preview', 'simulator', 'records'].map((folder) => ({
    target: './src/exercises',
    from: `./src/${folder}`,
  })),
  ...['tracking', 'shell', 'exercises', 'entry', 'preview', 'simulator', 'records'].map((folder) => ({
    target: './src/fields',
    from: `./src/${folder}`,
  })),
  ...['shell', 'entry', 'preview', 'simulator', 'records'].map((folder) => ({
    target: './src/tracking',
    from: `./src/${folder}`,
  })),
  { target: './src/tracking/scorm', from: './src/tracking/lrs' },
  { target: './src/tracking/lrs', from: './src/tracking/scorm' },
  ...['scorm', 'lrs'].map((room) => ({
    target: './src/tracking/state',
    from: `./src/tracking/${room}`,
    message: 'A packed state is the same wherever it is kept.',
  })),
  // It asks the definitions of kinds and types, which know no DOM (see `drawing`).
  ...['shell', 'entry', 'preview', 'simulator', 'records', 'text'].map((folder) => ({
    target: './src/session',
    from: `./src/${folder}`,
    message: 'A session knows the course and its tracker, not how they are shown.',
  })),
  ...['exercises', 'fields', 'preview', 'simulator', 'records'].map((folder) => ({ target: './src/entry', from: `./src/${folder}` })),
  ...['shell', 'exercises', 'fields', 'session', 'tracking'].map((folder) => ({ target: './src/preview', from: `./src/${folder}` })),
  {
    target: './src/simulator',
    from: './src',
    except: ['./simulator'],
    message: 'The simulator knows standards and what real systems do, nothing of the course.',
  },
  ...['shell', 'exercises', 'fields', 'session', 'tracking', 'entry', 'preview', 'simulator'].map((folder) => ({
    target: './src/records',
    from: `./src/${folder}`,
  })),
  ...['exercises', 'fields', 'session', 'preview', 'simulator'].map((folder) => ({
    target: './src/own-package',
    from: `./src/${folder}`,
  })),
  ...['shell', 'exercises', 'fields', 'session', 'tracking', 'course', 'entry', 'text'].flatMap((folder) =>
    ['build', 'manifests'].map((from) => ({ target: `./src/${folder}`, from: `./${from}` })),
  ),
];

/** What the cores of records and packages do without, so that a command and a page run the same code (src/records/README.md). */
const neutral = {
  modules: ['node:*', '**/command/*', 'esbuild', 'commander'],
  globals: ['Buffer', 'process', 'document', 'window', 'navigator', 'localStorage', 'FileReader'],
};

/** What draws, and what checks content: the rest takes types from them and nothing else. */
const drawing = {
  group: ['lit', 'lit/*', '@lit/*', '**/element.ts', '**/exercises/shared/*', '**/fields/shared/*'],
  allowTypeImports: true,
  message: 'This runs without a page too: definitions of kinds and types know no DOM.',
};
const schemas = {
  group: ['zod', '**/schema.ts', '**/schema-keys.ts'],
  allowTypeImports: true,
  message: 'Only the build runs schemas: a bundle would carry zod.',
};

/** The rooms of the exercise kinds and of the field types: a folder with a definition in it. */
const roomsOf = (house) => readdirSync(house).filter((room) => existsSync(`${house}/${room}/definition.ts`));
const houses = ['src/exercises', 'src/fields'].map((house) => ({ house, rooms: roomsOf(house) }));

/** Kinds are told apart in their rooms alone: whoever wants to know asks the definition. @param own the room that may name itself */
const toldApart = (own) => {
  const message = 'Ask the definition of the kind in place of telling kinds apart by their names.';
  const kinds = houses.map(({ rooms }) => rooms.filter((room) => room !== own));
  // Names of one word are words of others too: `text` and `choice` are types of interactions.
  const names = kinds.flat().filter((name) => name.includes('-'));
  const named = (some) => `Literal[value=/^(${some.join('|')})$/]`;
  return [
    { selector: `BinaryExpression[operator=/^[!=]==$/] > ${named(names)}`, message },
    ...kinds.map((some) => ({
      selector: `SwitchStatement:has(> SwitchCase > ${named(some)}):not(:has(> SwitchCase > Literal:not([value=/^(${some.join('|')})$/])))`,
      message,
    })),
  ];
};
const syntax = (own) => ['error', { selector: 'TSEnumDeclaration', message: 'Use a union of strings.' }, ...toldApart(own)];

const restricted = (...patterns) => ({ '@typescript-eslint/no-restricted-imports': ['error', { patterns }] });

export default tseslint.config(
  { ignores: ['dist', 'node_modules', 'coverage', 'test-results', 'playwright-report', 'tests/added-kind/fixture', 'tests/fixtures'] },
  ...tseslint.configs.strict,
  {
    files: ['**/*.ts'],
    plugins: { 'import-x': importX },
    settings: {
      'import-x/resolver-next': [importX.createNodeResolver({ extensions: ['.ts', '.js'] })],
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts'] },
      'import-x/extensions': ['.ts'],
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/no-dynamic-delete': 'off',
      '@typescript-eslint/no-empty-function': 'off',
      'import-x/no-restricted-paths': ['error', { zones }],
      // Types make no circle: they are gone when the files run.
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
    },
  },
  { files: ['{src,build,manifests}/**/*.ts'], rules: { 'no-restricted-syntax': syntax() } },
  ...houses.flatMap(({ house, rooms }) =>
    rooms.map((room) => ({ files: [`${house}/${room}/**/*.ts`], rules: { 'no-restricted-syntax': syntax(room) } })),
  ),
  {
    files: ['src/records/*.ts', 'src/records/{sources,people,outputs,text}/**/*.ts', 'src/own-package/*.ts', 'src/own-package/text/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ group: neutral.modules, message: 'The core knows neither Node nor a command line.' }] },
      ],
      'no-restricted-globals': ['error', ...neutral.globals],
    },
  },
  {
    files: ['src/{course,exercises,fields,session,tracking,shell,text,entry}/**/*.ts'],
    ignores: ['src/exercises/*/schema.ts', 'src/exercises/shared/schema-keys.ts'],
    rules: restricted(schemas),
  },
  {
    files: ['src/{course,session,tracking}/**/*.ts', 'src/exercises/*.ts', 'src/fields/*.ts', 'src/{exercises,fields}/*/definition.ts'],
    rules: restricted(schemas, drawing),
  },
  {
    // With types: a write that nobody waits for is a write whose failure nobody is told of.
    files: ['{src,build,manifests,tests}/**/*.ts', '*.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    files: ['src/{exercises,fields,shell}/**/*.ts'],
    extends: [lit['flat/recommended'], wc['flat/recommended'], litA11y.configs.recommended].filter(Boolean),
    plugins: { 'lit-a11y': litA11y },
    rules: { 'wc/guard-super-call': 'off' },
  },
);

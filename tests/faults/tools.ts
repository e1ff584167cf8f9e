import type { FaultsByPromise } from './fault.ts';

/** The administrator’s page, the preview and the editing in place. */
export const pagesAndPreview: FaultsByPromise = {
  'She fills in her municipality’s particulars on a page, and gets byte for byte the package that the build makes.': [
    {
      id: 'untouched-setting-changes',
      broken: 'A setting that she did not touch, and that her standard does not ask for, is gone from the package.',
      near: 'own-package/settings-draft.test.ts',
      file: 'src/own-package/settings-draft.ts',
      find: 'const kept = asksFor(field, standard) ? value : own[field];',
      replace: 'const kept = asksFor(field, standard) ? value : undefined;',
    },
    {
      id: 'one-fault-at-a-time',
      broken: 'A logo without words for whoever does not see it is taken.',
      near: 'own-package/settings-draft.test.ts',
      file: 'src/own-package/settings-draft.ts',
      find: "if (draft.logo !== '' && draft.logoAlt.trim() === '')",
      replace: "if (draft.logo === '' && draft.logoAlt.trim() === 'x')",
    },
    {
      id: 'markup-in-a-setting',
      broken: 'An organization called </script> breaks the page.',
      near: 'build/index-page.test.ts',
      file: 'src/own-package/settings-block.ts',
      find: 'return JSON.stringify(block).replace(/</g, String.raw`\\u003c`);',
      replace: 'return JSON.stringify(block);',
    },
  ],
  'What is no package of this course, is damaged or of a later release is refused in words.': [
    {
      id: 'changed-byte-is-taken',
      broken: 'A package with a changed script is taken and handed on.',
      near: 'own-package/own-package.test.ts',
      file: 'src/own-package/read-package.ts',
      find: 'if (crc32(content) !== crc) throw',
      replace: 'if (content.length < 0 && crc32(content) !== crc) throw',
    },
    {
      id: 'later-release-is-taken',
      broken: 'A package of a later release loses settings that this page does not know.',
      near: 'own-package/own-package.test.ts',
      file: 'src/own-package/read-package.ts',
      find: 'if (format > SETTINGS_FORMAT) throw',
      replace: 'if (format < 0) throw',
    },
  ],
  'No other page in the same browser reaches the preview or its LRS.': [
    {
      id: 'any-host',
      broken: 'A name that a foreign site makes lead to this machine opens the preview.',
      near: 'preview/strangers.test.ts',
      file: 'src/preview/own-names.ts',
      find: "return own.includes(new URL(url).host) && own.includes((headers.host ?? '').toLowerCase());",
      replace: 'return own.length > 0 && url.length + Object.keys(headers).length > 0;',
    },
  ],
  'The preview plays LMSs, launchers and faults, and shows what arrives.': [
    {
      id: 'zip-leads-out',
      broken: 'A package writes a file outside of its own folder.',
      near: 'preview/packages.test.ts',
      file: 'src/preview/read-package.ts',
      find: "&& !name.split('/').includes('..');",
      replace: "&& name !== '';",
    },
  ],
  'Every launcher and LRS of docs/lms.md opens the course, whatever its launch looks like.': [
    {
      id: 'others-statements-are-read',
      broken: 'A launched course reads what other learners wrote.',
      near: 'launchers/learner-bounds.test.ts',
      file: 'src/simulator/launchers/learner-bounds.ts',
      find: 'if (!isLearner(agent, session) || !isSame) throw',
      replace: 'if (!isLearner(agent, session) && !isSame) throw',
    },
  ],
  'Only this run’s page may change a file, and no package has a trace of it.': [
    {
      id: 'any-token',
      broken: 'Another page of the browser, which knows the address, changes the author’s files.',
      near: 'edit/edit-routes.test.ts',
      file: 'build/edit/edit-routes.ts',
      find: "&& isSame(req.header(TOKEN_HEADER) ?? '', token);",
      replace: '&& isSame(req.header(TOKEN_HEADER) ?? token, token);',
    },
    {
      id: 'behind-a-link',
      broken: 'A change is written to a file outside of the content, behind a link.',
      near: 'edit/edit-session.test.ts',
      file: 'build/edit/content-files.ts',
      find: "if (parent !== dirname(wanted)) throw new EditRefused('outside');",
      replace: '',
    },
  ],
  'A text or an item is changed where it stands, the rest of the file stays to the letter, and one press undoes it.': [
    {
      id: 'file-of-elsewhere-written-over',
      broken: 'What she has changed in her editor meanwhile is written over.',
      near: 'edit/edit-session.test.ts',
      file: 'build/edit/write-and-undo.ts',
      find: "if (after === undefined || !present) throw new EditRefused('changed-since');",
      replace: 'if (after === undefined || !present) return { path, raw: before ?? undefined };',
    },
  ],
};

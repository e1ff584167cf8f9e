import type { FaultsByPromise } from './fault.ts';

/** The build, the content’s checks and the manifests. */
export const buildAndPackages: FaultsByPromise = {
  'Each package passes the standard’s own schemas and has its manifest at its root.': [
    {
      id: 'ampersand-in-a-title',
      broken: 'A course called “Kysy & auta” is a package that no LMS can read.',
      near: 'manifests/xml.test.ts',
      file: 'manifests/xml.ts',
      find: "  '&': '&amp;',\n",
      replace: '',
    },
    {
      id: 'no-default-organization',
      broken: 'Moodle says that the package is not valid.',
      near: 'manifests/manifests.test.ts',
      file: 'manifests/scorm12.ts',
      find: "element('organizations', { default: identifiers.organization }, [",
      replace: "element('organizations', {}, [",
    },
    {
      id: 'title-too-long',
      broken: 'Moodle cuts a long title in the middle of a letter or refuses it.',
      near: 'manifests/manifests.test.ts',
      file: 'manifests/identifiers.ts',
      find: 'if (title.length <= longest) return title;',
      replace: 'if (longest > 0) return title;',
    },
    {
      id: 'cmi5-counts-nothing',
      broken: 'A cmi5 LMS never takes the course as completed.',
      near: 'manifests/manifests.test.ts',
      file: 'manifests/cmi5.ts',
      find: "() => ({ moveOn: 'Completed', url: launchFile })",
      replace: "() => ({ moveOn: 'Passed', url: launchFile })",
    },
    {
      id: 'missing-file-unnoticed',
      broken: 'A package lists a file that is not in it, and the LMS refuses it.',
      near: 'build/check-package.test.ts',
      file: 'build/check-manifest.ts',
      find: "if (!own.has(path)) add('missing-file', `${path} is listed",
      replace: "if (path === '') add('missing-file', `${path} is listed",
    },
  ],
  'No page asks another host for anything.': [
    {
      id: 'policy-lets-out',
      broken: 'The page may talk to any host.',
      near: 'build/index-page.test.ts',
      file: 'src/own-package/settings-block.ts',
      find: 'const hosts = !talksToLrs ? [] : lrs ?',
      replace: "const hosts = !talksToLrs ? ['https:'] : lrs ?",
    },
  ],
  'A launch costs three requests and 300 kB at most.': [
    {
      id: 'launch-grows-unseen',
      broken: 'A package that costs twelve requests at a launch is built without a word.',
      near: 'build/check-package.test.ts',
      file: 'build/package-faults.ts',
      find: '  if (requests > allowed) {',
      replace: '  if (requests > allowed * 10) {',
    },
  ],
  'HTML in a text is shown as it is written; links lead only where they may.': [
    {
      id: 'html-is-markup',
      broken: 'A script that somebody wrote into a chapter runs.',
      near: 'build/render-chapter.test.ts',
      file: 'build/render-chapter.ts',
      find: 'createMarkdownIt({ html: false });',
      replace: 'createMarkdownIt({ html: true });',
    },
    {
      id: 'any-link',
      broken: 'A link to javascript: is built into the course.',
      near: 'build/content-mistakes.test.ts',
      file: 'build/chapter-links-and-pictures.ts',
      find: '} else if (!/^(mailto|tel):/.test(href)) {',
      replace: "} else if (href === '') {",
    },
    {
      id: 'link-knows-the-course',
      broken: 'A linked site gets the address of the course, and can reach into its window.',
      near: 'build/render-chapter.test.ts',
      file: 'build/chapter-links-and-pictures.ts',
      find: "    token.attrSet('rel', 'noopener noreferrer');\n",
      replace: '',
    },
  ],
  'Ids stay: an id that changes, goes or comes again stops the build with the line to write.': [
    {
      id: 'lost-id-unnoticed',
      broken: 'An author renames a question, and every learner’s answer to it is out of sight.',
      near: 'build/identifiers.test.ts',
      file: 'build/identifiers-lock.ts',
      find: '  } else if (isLost) {',
      replace: '  } else if (isLost && line.removed) {',
    },
    {
      id: 'private-becomes-reported',
      broken: 'An author takes `private` from a question, and what was written for oneself is reported.',
      near: 'build/identifiers.test.ts',
      file: 'build/identifiers-lock.ts',
      find: '} else if (line.isPrivate && !now.isPrivate) {',
      replace: '} else if (line.isPrivate && !now.isPrivate && line.removed) {',
    },
  ],
  'A translation that is missing or out of date is asked in the main language, told, and stops a release.': [
    {
      id: 'old-translation-shown',
      broken: 'The Swedish page asks the question of last year.',
      near: 'build/outdated-translations.test.ts',
      file: 'build/outdated-translations.ts',
      find: 'const isOutdated = known !== undefined && known.original !== now.original;',
      replace: 'const isOutdated = known !== undefined && known.original === translation;',
    },
  ],
  'The same sources give the same bytes, and packages are written whole or not at all.': [
    {
      id: 'link-is-followed',
      broken: 'A link that somebody laid in dist/ makes the build write elsewhere.',
      near: 'build/write-package.test.ts',
      file: 'build/write-package.ts',
      find: 'for (const left of [fresh, `${fresh}.zip`, former]) await rm',
      replace: 'for (const left of [former]) await rm',
    },
  ],
  'Hard sentences, dead links, heavy pictures and wrong terms are remarked on.': [
    {
      id: 'unsafe-link-unremarked',
      broken: 'A link to http: goes into the course without a remark.',
      near: 'build/author-checks.test.ts',
      file: 'build/author-checks/bad-links.ts',
      find: "is: ({ protocol }) => protocol === 'http:',",
      replace: "is: ({ protocol }) => protocol === 'ftp:',",
    },
  ],
};

import type { OwnPackageText } from './fi.ts';

/** The same in English. */
export const en: OwnPackageText = {
  title: 'Your own package of the course',
  lead: 'On this page you make your municipality’s own package of the course: you give a finished package, fill in the particulars and get a new package to upload to your learning platform.',
  privacy: 'Nothing is sent anywhere: the package is read and made in this browser.',
  noScript: 'This page needs JavaScript. Allow it in the browser’s settings.',
  language: 'Language',
  /** The words around it: what is said of each LMS is in `lms-advice.ts`. */
  lms: {
    head: 'Which package?',
    which: 'The learning platform that the package goes to',
    choose: 'Choose',
    take: 'Take the package',
    or: 'or',
    settings: 'Settings on the learning platform',
    sure: 'How this is known',
    sureness: {
      run: 'The packages were run in the system or in its own run-time.',
      read: 'Read in the system’s source.',
      told: 'Told by its maker or its users, not seen by us.',
      unknown: 'Nothing is known. Test first.',
    },
    presetDone: 'The settings are chosen in the form.',
    preset: 'Choose the course’s settings accordingly',
    test: 'After the upload open the course as a learner, and test on its page Technical details (Tekniset tiedot) that it saves.',
  },
  package: {
    head: 'Package',
    drop: 'Drop the package (zip) here or choose it. It lies in the same folder as this page.',
    choose: 'Choose package',
    reading: 'Reading the package…',
    file: 'File',
    standard: 'Standard',
    version: 'Version of the content',
    languages: 'Languages',
    course: 'Id of the course',
    manifest: 'Id of the package',
    classes: 'Ids of the classes',
    questions: 'Questions',
    names: {
      scorm12: 'SCORM 1.2',
      'scorm2004-3rd': 'SCORM 2004, 3rd Edition',
      'scorm2004-4th': 'SCORM 2004, 4th Edition',
      web: 'web page without a learning platform',
      xapi: 'xAPI',
      cmi5: 'cmi5',
    },
    languageNames: { fi: 'Finnish', sv: 'Swedish', en: 'English' },
    sameIds:
      'All ids stay the same, so learners keep their answers and achievements when you upload the new package in place of the old one.',
    problem: {
      large: 'is too large for a package of the course. Choose a zip file from the folder that this page is in.',
      'no-zip': 'is not a zip file. Choose the package as it is, without unpacking it.',
      foreign: 'is a zip file, but not a package of this course.',
      damaged: 'is damaged: parts of it are missing or were changed. Download the package again.',
      later: 'is newer than this page. Use the page that lies in the same folder as the package.',
    },
    unread: 'cannot be opened. Choose it again.',
    earlier: 'is an earlier version, whose settings cannot be changed here. Give a newer package.',
    kept: 'The package that you gave before and what you have filled in are still here.',
  },
  settings: {
    head: 'Particulars and settings',
    before: 'Fill these in once you have given a package. Only settings that matter in the package’s standard are shown.',
    organization: 'Provider of the course',
    organizationHelp: 'The municipality or library that offers the course. Shown in the accessibility statement and on the privacy page.',
    authority: 'Supervising authority for accessibility',
    authorityHelp:
      'The authority and the address for complaints, for example: Finnish Transport and Communications Agency Traficom, https://www.webaccessibility.fi. Check the authority before use.',
    assessed: 'Date of the accessibility statement',
    assessedHelp: 'The day on which the statement was made or reviewed.',
    gaps: 'Known gaps in accessibility',
    gapsHelp:
      'Each gap on a line of its own: what is not accessible, and where the same can be had in another way. Leave empty if none are known.',
    accent: 'Colour of links and buttons',
    accentHelp: 'For example #0c4a80. Leave empty if the course’s own colour will do. Dark pages get a lighter shade of the same colour.',
    band: 'Background of the logo and line at the top',
    bandHelp: 'For example #ffcc00. Shown on the cover behind the logo or the provider’s name.',
    takeNearest: (colour: string) => `Take ${colour}`,
    sample: 'The text looks like this',
    logo: 'Logo',
    logoHelp: 'SVG, PNG, JPEG or WebP, about 30 kB at most. Shown on the cover, 48 pixels high.',
    chooseLogo: 'Choose logo',
    removeLogo: 'Remove logo',
    logoAlt: 'The logo in words',
    logoAltHelp: 'What the logo says, for example the name of the municipality. Screen readers read this.',
    noPicture: 'is not a picture that every browser shows. Choose SVG, PNG, JPEG or WebP.',
    largeLogo: 'is too large. Make the picture smaller, 30 kilobytes at most.',
    contact: 'Contact',
    contactHelp: 'Where learners get more information: an e-mail address, a web address or text.',
    defaultLanguage: 'Language if the learning platform asks for no other',
    defaultLanguageHelp:
      'Learners see the course in this language if neither the learning platform nor the browser asks for one of the package’s languages.',
    completeWhen: 'When the course is completed',
    completeWhenChoices: {
      compulsory: { label: 'As soon as the licence is earned', help: 'Other classes can be taken after that, too.' },
      all: {
        label: 'Only when all classes are earned',
        help: 'Choose this or the next one if the learning platform stores nothing after completion.',
      },
      learner: { label: 'When the learner says that they are ready', help: 'The licence must be earned then, too.' },
    },
    report: 'What goes to the reports',
    reportChoices: {
      answers: { label: 'Achievements and answers', help: 'Whoever is allowed to read the learning platform’s reports sees the answers.' },
      completion: { label: 'Achievements only', help: 'The answers stay in the learner’s own saved work.' },
    },
    statusWhenComplete: 'The word for completion',
    statusWhenCompleteChoices: {
      completed: { label: 'completed', help: 'The usual one.' },
      passed: { label: 'passed', help: 'If the learning platform expects just that. Do not change the word once the course is in use.' },
    },
    overflow: 'If the answers do not fit (4,096 characters)',
    overflowChoices: {
      pages: { label: 'The rest is stored in objectives', help: 'They become columns in the learning platform’s report of objectives.' },
      warn: { label: 'The learner is told', help: 'Objectives are not used. The course offers a copy of the answers.' },
    },
    wipes: 'The learning platform deletes the answers when the course is completed',
    wipesHelp: 'Frappe LMS and Fuse do so. With this, the course offers the answers as a file before it is marked as completed.',
    lrs: 'Servers that answers may be sent to (LRS)',
    lrsHelp:
      'Names of the servers, for example lrs.example.fi. List the learning platform’s server too, if it is another than the LRS. The course then sends nothing anywhere else. If the field is empty, the course asks the learner before it sends answers to another server.',
  },
  faults: {
    missing: 'Write something here.',
    host: (written: string) =>
      `“${written}” is not the name of a server. Write the name alone, without a path, for example lrs.example.fi.`,
    noColour: 'Write the colour as #0c4a80.',
    contrast: (nearest: string) => `The colour does not stand out enough (contrast below 7:1). The nearest that does is ${nearest}.`,
    count: (count: number) => (count === 1 ? 'One thing has to be corrected.' : `${count} things have to be corrected.`),
  },
  update: {
    head: 'What the update changes',
    lead: 'If the learning platform has an older package already, give it here. You see what becomes of learners’ work when you upload the new one in its place.',
    choose: 'Choose the old package',
    before: 'Give the new package first.',
    of: (older: string, newer: string) => `${older} → ${newer}`,
    nothing: 'Learners do not notice the update: all ids are the same, and each answer is in its place.',
    safe: 'No answer of a learner goes out of sight.',
    loss: 'Note: something that learners have done is not shown any more after the update.',
    unveils: 'Note: answers that learners have written for themselves alone go into the reports after the update.',
    finding: {
      standard: (before: string, after: string) =>
        `The standard changes (${before} → ${after}). The learning platform does not join earlier achievements to the new package, so everything begins anew. Take the same package as before.`,
      course: (before: string, after: string) =>
        `The id of the course changes (${before} → ${after}). In xAPI and cmi5 packages everything begins anew, and the completion records do not join earlier achievements any more.`,
      shape: (before: string, after: string) =>
        `The packages are different courses: “${before}” before, “${after}” now. Do not replace one with the other. Add the new package to the learning platform as a course of its own, so that earlier work stays. Learners can move their answers by a file.`,
      older: (before: string, after: string) =>
        `The content of the new package is an older version than the present one (${before} → ${after}).`,
      language: 'A language goes. Those who used it see the course in its main language. The answers stay.',
      'removed-class': 'A class goes. It is not shown on anybody’s licence any more. What was reported stays on the learning platform.',
      'removed-field':
        'A question goes. The answers to it stay in the learner’s saved work and in their file, but the course does not show them any more.',
      'removed-option': 'An option goes. Whoever had chosen it sees the question as not answered.',
      retyped: 'A question becomes one of another kind. The old answer does not fit the new question, so the course does not show it.',
      renamed: 'An id changes. The answers move to the new one by themselves.',
      'new-class': 'A new class. If it is compulsory, a licence that is not earned yet needs it too. Classes that are earned stay earned.',
      'new-field': 'A new question. An exercise that is not done yet may have more to do. Classes that are earned stay earned.',
      'licence-later':
        'The licence gets a new rule, which holds from the day given below. Whoever has earned the licence before that day keeps it.',
      'licence-stricter':
        'The rule of the licence changes without a day, and the new one asks for something other than the old one. Somebody who has the licence may lose it. Leave the old rule in its place and write the new one under it with a day (from).',
      'licence-eased': 'The licence takes less than before. Some learners get it as soon as they open the course.',
      'valid-for':
        'The licence is valid for a different length of time. That holds for licences of before as well, and the records go by it once their page or command is made of this course.',
      'class-later': 'The class gets a new rule, which holds from the day given below. Classes that are earned stay earned.',
      'class-changed':
        'The rule of the class changes without a day. Classes that are earned stay earned, but a class that is begun may ask for something other than the learner has read.',
      unveiled:
        'The question is not private any more. Answers that a learner has already written for themselves alone go into the reports too, when they open the course the next time. Put private: true back, or give the question a new id.',
      required:
        'A question that was optional is needed now. An exercise that is not done yet has more to do. Classes that are earned stay earned.',
      shortened:
        'An answer may be shorter than before (maxLength). What is written stays, but a longer answer in a learner’s file is not taken in again.',
    },
    setting: {
      statusWhenComplete:
        'The word for completion changes. Earlier completions keep the old word: the learning platform may take them for unfinished.',
      report: 'Reporting changes. What was reported already stays on the learning platform.',
      completeWhen: 'The condition of completion changes. Those marked as completed stay so.',
      lrs: 'The list of allowed servers changes. If a learner’s server is not in it, the course does not open from there.',
    },
    ids: (count: number, ids: string) => (count === 1 ? ids : `${count}: ${ids}`),
  },
  make: {
    head: 'New package',
    button: 'Make the package',
    before: 'Give a package first.',
    made: (name: string, kilobytes: string) =>
      `The package is made and checked: ${name} (${kilobytes} kB). The browser saved it among the downloads.`,
    next: 'Upload the package to the learning platform in place of the earlier one, under the same name. If the browser added a number to the name, remove it. Then test on the course’s page Technical details (Tekniset tiedot) that it saves.',
    missing: (what: string) => `The package still lacks: ${what}. It is left out of the accessibility statement and the privacy page.`,
    refused: 'The package was not made, since it does not pass the check:',
    fault: {
      'launch-size': 'Opening the course would transfer too much. Shorten the texts.',
      'zip-size': 'The package would be too large. Shorten the texts.',
    },
  },
  fault: (reason: string) => `This page has a fault: ${reason}. Open the page again and tell the publisher of the course.`,
};

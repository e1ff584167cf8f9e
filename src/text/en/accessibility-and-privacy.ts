import type { CourseSettings } from '../../course/settings.ts';
import { hostOf } from '../host-of.ts';
import type { Text } from '../text.ts';
import { givenDay, listed } from './days-and-numbers.ts';

const reported: Readonly<Record<CourseSettings['report'], string>> = {
  answers:
    'The learning platform’s reports show which classes you have earned and how you have answered each question. Those who are allowed to read the reports can see this. Ask your manager who they are at your workplace. Answers to some questions do not go to the reports: such a question is marked “Does not go to the reports”.',
  completion: 'The learning platform’s reports show which classes you have earned. Your answers do not go to the reports.',
};

const KEPT =
  'The learning platform saves all your answers, so that you can continue where you left off. It saves even those that do not go to the reports. Whoever administers the learning platform or the learning record store (LRS) could technically read those too.';

/** `docs/statements.md` tells how an answer is voided. */
const REPORTED_EARLIER =
  'If an earlier version of the course has already reported an answer that no longer goes to the reports, the answer does not disappear everywhere. A SCORM course replaces it in the report with an empty answer the next time you use the course, but it stays in the reports of earlier attempts. An answer that was sent to a learning record store (LRS) stays there until an administrator voids it. Ask whoever offers the course to have this done.';

/** Only whoever has assessed the course can say so; the gaps themselves are `gaps:` in content/course.yaml. */
const NO_GAPS = 'No shortcomings are known.';

/** The accessibility statement and the privacy page (Act 306/2019, section 9; GDPR, article 13). */
export const particulars: Text['particulars'] = {
  statementPage: 'Accessibility statement',
  privacyPage: 'Privacy',
  statement: ({ title, organization, contact, authority, assessed, gaps = [] }) => [
    {
      title: '',
      paragraphs: [
        `This statement is about the course ${title}.`,
        ...(organization === undefined ? [] : [`The course is offered by ${organization}.`]),
        ...(assessed === undefined ? [] : [`The statement was made on ${givenDay(assessed)}.`]),
        'The learning platform on which the course runs has a statement of its own.',
      ],
    },
    {
      title: 'How accessible the course is',
      paragraphs: [
        'The course is made to meet the requirements of the Finnish Act on the Provision of Digital Services (306/2019), that is, levels A and AA of the WCAG guidelines.',
        'The makers of the course have checked it by machine and tried it with the keyboard alone, on a narrow screen and with enlarged text. It has not been assessed by an outside party.',
      ],
    },
    ...(gaps.length === 0 && assessed === undefined
      ? []
      : [{ title: 'What does not meet the requirements', paragraphs: gaps.length > 0 ? gaps : [NO_GAPS] }]),
    {
      title: 'Tell us if you find a problem',
      paragraphs: [
        `Contact: ${contact}`,
        'You will get an answer within 14 days. You can also ask for the course’s content in an accessible form.',
      ],
    },
    {
      title: 'Supervising authority',
      paragraphs: [
        'If you get no answer within 14 days or are not satisfied with it, you can file a complaint with the supervising authority.',
        ...(authority === undefined ? [] : [authority]),
      ],
    },
  ],
  privacy: ({ organization, contact, report, lrs = [] }, completed) => [
    {
      title: 'Who is responsible for your data',
      paragraphs: [
        ...(organization === undefined
          ? []
          : [`The course is offered by ${organization}. It is also responsible for how your data are handled.`]),
        `More information: ${contact}`,
      ],
    },
    {
      title: 'Which data the course handles',
      paragraphs: [
        'The course uses your name and your user name, which the learning platform gives, and your answers. On a learning platform the course does not ask for your name.',
        'Do not write customers’ names or other personal data in your answers.',
      ],
    },
    {
      title: 'What the learning platform is told',
      paragraphs: [
        reported[report],
        KEPT,
        REPORTED_EARLIER,
        completed,
        ...(lrs.length > 0 ? [`Apart from the course’s own server, data are sent only to these servers: ${listed(lrs.map(hostOf))}.`] : []),
        'The list of completions that is made for your employer has your name, your classes and the dates. It may also have your employee number, email address, unit and manager. Your answers are not in it.',
      ],
    },
    {
      title: 'What stays in the browser',
      paragraphs: [
        'A copy of your answers may stay in the browser until they are safe on the learning platform. The course does not show the copy to other learners. Once they are safe there, an encrypted copy may stay. The key to it is only on the learning platform, among your own data.',
        'If you open the course without a learning platform, your answers stay only in the browser that you use.',
      ],
    },
    {
      title: 'Your rights',
      paragraphs: [
        'You have the right to know which data there are about you and to ask for them to be corrected or deleted. Ask whoever offers the course.',
        'You can also complain to the Data Protection Ombudsman: https://tietosuoja.fi/en',
      ],
    },
  ],
};

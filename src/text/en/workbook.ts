import type { Text } from '../text.ts';
import { counted, givenDay, listed, number } from './days-and-numbers.ts';

export const workbook: Text['workbook'] = {
  page: 'My workbook',
  lead: 'This page has everything that you have written. You can print it, or save it as a PDF file in the print window.',
  of: (name) => `Answered by ${name}`,
  printed: (day) => `Printed ${day}`,
  print: 'Print or save as PDF',
  empty: 'You have not written anything yet. Your answers are collected here part by part.',
  nothingYet: 'No answer yet.',
  exerciseEmpty: 'You have not begun this exercise yet.',
  toExercise: 'Go to the exercise',
  onlyForYou: 'Does not go to the reports',
  tomorrow: {
    title: 'What will I do tomorrow?',
    collected: 'Your answers to this question are collected at the top of My workbook.',
  },
  older: 'Answers to earlier questions',
  olderWhat: 'These questions are no longer in the course. Your answers are safe.',
  day: givenDay,
  copy: {
    title: 'A copy of your own',
    what: 'Save your answers to a file. From the file you can load them into another attempt or another learning platform.',
    save: 'Save a copy to a file',
    saved: (file) => `Your browser is saving the copy ${file} to its download folder. Check that it is there.`,
    read: 'Load answers from a file',
    unreadable: {
      'not-json': 'The file is not a copy of answers. Choose a file that you have saved from this course.',
      'not-a-copy': 'The file is not a copy of answers. Choose a file that you have saved from this course.',
      'newer-version': 'The copy was made with a newer version of the course. Open it where you made it.',
      'other-course': 'The copy is from another course. Choose a file that you have saved from this course.',
      'too-large': 'The file is too large to be a copy of answers. Choose a file that you have saved from this course.',
      'too-much': 'The file has more text than the course can save. Nothing was loaded.',
    },
    unreadableOtherwise: 'The file could not be read. Try again or choose another file.',
    preview: (file) => `How the file ${file} changes your answers`,
    earned: (classIds) =>
      `${classIds.length === 1 ? 'Class' : 'Classes'} ${listed(classIds)}, which you have earned. The report will say that this comes from a file.`,
    added: (count) => counted(count, 'new answer', 'new answers'),
    changed: (count) => counted(count, 'answer is replaced', 'answers are replaced'),
    moved: (count) => counted(count, 'item moves to its place in the file', 'items move to their places in the file'),
    putBack: (count) => counted(count, 'item that you removed comes back', 'items that you removed come back'),
    same: (count) => counted(count, 'answer stays as it is', 'answers stay as they are'),
    unknown: (count) =>
      count === 1
        ? '1 answer to a question that this course does not have. It takes up room and cannot be edited. You can leave it out.'
        : `${counted(count, 'answer', 'answers')} to questions that this course does not have. They take up room and cannot be edited. You can leave them out.`,
    tooLong: (label, length, limit) =>
      `An answer that is too long is left out: ${label} (${counted(length, 'character', 'characters')}, room for ${number(limit)}).`,
    unfit: (count) =>
      count === 1
        ? '1 answer does not fit the course and is left out.'
        : `${counted(count, 'answer', 'answers')} do not fit the course and are left out.`,
    nothing: 'The file does not change anything.',
    now: 'Now',
    then: 'From the file',
    empty: 'Empty',
    take: 'Take the answers from the file',
    takeKnown: 'Take only the answers to the course’s questions',
    takeAll: 'Take all answers',
    cancel: 'Keep the present answers',
    taken: 'The answers have been loaded from the file.',
    fileName: (day) => `workbook-${day}`,
  },
  here: {
    title: 'The copy on this device',
    copied: 'The course keeps a copy of your answers on this device until the learning platform has received them.',
    only: 'Your answers are in this browser only.',
    shared: {
      copied: 'If you share this device with others, remove the copy when you finish.',
      only: 'If you share this device with others, remove your answers when you finish.',
    },
    others: (days) =>
      `The course removes copies left by other users when nothing has been written in them for ${counted(days, 'day', 'days')}.`,
    remove: 'Remove from this device',
    sure: { copied: 'Remove the copy from this device?', only: 'Remove your answers from this device?' },
    loses: {
      copied: 'The learning platform has received everything that you have written. Nothing will be lost.',
      ahead:
        'The learning platform has not confirmed that it has received everything that you have written. If you remove the copy and close the page, the missing answers are lost. Save them to a file first.',
      only: 'When you remove your answers, the course closes and you cannot get them back. Save them to a file first.',
    },
    confirm: 'Remove',
    cancel: 'Do not remove',
    removed: 'Your answers have been removed from this device. Nothing is saved on this device until you open the course again.',
    uncertain:
      'The browser did not confirm that your answers have been removed from this device. Clear this site’s data in the browser’s settings when you finish.',
  },
};

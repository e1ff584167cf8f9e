/** What stands in the cells of Moodle's reports. */
import { isToCome, readDay } from '../read-day.ts';
import type { ReportContext } from './report-reader.ts';

/** Nothing where the cell is empty; a day that cannot be read, or is still to come, is noted: month and day may stand the other way round. */
export function dayIn(cell: string, head: string, { calendar, doubts }: ReportContext): { day?: string } {
  const text = cell.trim();
  if (text === '' || text === '-') return {};
  const day = readDay(text, calendar);
  if (day !== undefined && !isToCome(day, calendar)) return { day };
  doubts.note(head, text, day !== undefined);
  return {};
}

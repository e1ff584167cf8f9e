import { otherWords } from 'virtual:course';
import { Cmi5Tracker } from '../tracking/lrs/cmi5-tracker.ts';
import { course } from './configured-course.ts';
import { startCourse } from './start-course.ts';

void startCourse(course, new Cmi5Tracker({ course, otherWords, page: window }));

import { otherWords } from 'virtual:course';
import { XapiTracker } from '../tracking/lrs/xapi-tracker.ts';
import { course } from './configured-course.ts';
import { startCourse } from './start-course.ts';

void startCourse(course, new XapiTracker({ course, otherWords, page: window }));

import { browserStorage } from '../session/copy/quiet-storage.ts';
import { WebTracker } from '../tracking/web-tracker.ts';
import { course } from './configured-course.ts';
import { startCourse } from './start-course.ts';

void startCourse(course, new WebTracker(browserStorage()));

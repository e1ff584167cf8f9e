import { course, courses } from 'virtual:course';
import { browserStorage } from '../session/quiet-storage.ts';
import { installRunTime, type RunTimePage } from '../tracking/web-run-time.ts';
import { WebTracker } from '../tracking/web-tracker.ts';
import { startCourse } from './start-course.ts';

const forget = installRunTime(window as RunTimePage, browserStorage());
void startCourse(course, new WebTracker(forget), courses);

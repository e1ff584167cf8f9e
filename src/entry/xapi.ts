import { course } from 'virtual:course';
import { XapiTracker } from '../tracking/xapi-tracker.ts';
import { startCourse } from './start-course.ts';

void startCourse(course, new XapiTracker({ course, page: window }));

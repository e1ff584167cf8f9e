import { XapiTracker } from '../tracking/xapi-tracker.ts';
import { courses } from './configured-course.ts';
import { startCourse } from './start-course.ts';

void startCourse(courses[0], new XapiTracker({ courses, page: window }), courses);

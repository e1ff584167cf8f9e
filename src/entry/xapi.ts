import { courses } from 'virtual:course';
import { XapiTracker } from '../tracking/xapi-tracker.ts';
import { startCourse } from './start-course.ts';

void startCourse(courses[0], new XapiTracker({ courses, page: window }), courses);

/** What can happen between a course and a server: the one list, for the double in tests, for the soak and for the preview. */

/**
 * offline: no connection; unavailable: 503; html: a captive portal's page with 200, or the LMS's own (Moodle, where the whole course is hidden);
 * portal: a captive portal sends each request on to another site; empty: 200 with an empty body (another course took over the session); hang: no
 * answer for 25 s; torn: the server dies in the middle of writing; answer-lost: written whole, but the answer never arrives; shut-out: she is
 * logged in, and a teacher has hidden the activity or suspended her enrolment; session-expired: logged out until the next launch.
 */
export type Fault =
  'offline' | 'unavailable' | 'html' | 'portal' | 'empty' | 'hang' | 'torn' | 'answer-lost' | 'shut-out' | 'session-expired';

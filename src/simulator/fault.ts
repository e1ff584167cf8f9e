/** What can happen between a course and a server: the one list, for the double in tests, for the soak and for the preview. */

/**
 * offline: no connection; unavailable: 503; html: a captive portal's page with 200; empty: 200 with an empty body (another course took
 * over the session); hang: no answer for 25 s; torn: the server dies in the middle of writing; answer-lost: written whole, but the
 * answer never arrives; session-expired: logged out until the next launch.
 */
export type Fault = 'offline' | 'unavailable' | 'html' | 'empty' | 'hang' | 'torn' | 'answer-lost' | 'session-expired';

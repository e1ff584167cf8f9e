/** The standards' own words for their error codes (SCORM 1.2 RTE 3.4.5; SCORM 2004 RTE 3.1.7). */
import type { ScormStandard } from '../lms-profile.ts';

const texts: Readonly<Record<ScormStandard, Readonly<Record<string, string>>>> = {
  scorm12: {
    '0': 'No error',
    '101': 'General exception',
    '201': 'Invalid argument error',
    '202': 'Element cannot have children',
    '203': 'Element not an array - cannot have count',
    '301': 'Not initialized',
    '401': 'Not implemented error',
    '402': 'Invalid set value, element is a keyword',
    '403': 'Element is read only',
    '404': 'Element is write only',
    '405': 'Incorrect data type',
  },
  scorm2004: {
    '0': 'No Error',
    '101': 'General Exception',
    '102': 'General Initialization Failure',
    '103': 'Already Initialized',
    '104': 'Content Instance Terminated',
    '111': 'General Termination Failure',
    '112': 'Termination Before Initialization',
    '113': 'Termination After Termination',
    '122': 'Retrieve Data Before Initialization',
    '123': 'Retrieve Data After Termination',
    '132': 'Store Data Before Initialization',
    '133': 'Store Data After Termination',
    '142': 'Commit Before Initialization',
    '143': 'Commit After Termination',
    '201': 'General Argument Error',
    '301': 'General Get Failure',
    '351': 'General Set Failure',
    '391': 'General Commit Failure',
    '401': 'Undefined Data Model Element',
    '402': 'Unimplemented Data Model Element',
    '403': 'Data Model Element Value Not Initialized',
    '404': 'Data Model Element Is Read Only',
    '405': 'Data Model Element Is Write Only',
    '406': 'Data Model Element Type Mismatch',
    '407': 'Data Model Element Value Out Of Range',
    '408': 'Data Model Dependency Not Established',
  },
};

/** '' for a code that the standard does not know. */
export function errorText(standard: ScormStandard, code: string): string {
  return texts[standard][code] ?? '';
}

/** The standards' codes for a call before Initialize, after Finish, and for one that fails (1.2 knows one for all), and for an element that is not implemented. */
export const callCodes = {
  scorm12: {
    notImplemented: '401',
    Initialize: { before: '101', after: '101', failed: '101' },
    Finish: { before: '301', after: '301', failed: '101' },
    Commit: { before: '301', after: '301', failed: '101' },
    SetValue: { before: '301', after: '301', failed: '101' },
    GetValue: { before: '301', after: '301', failed: '101' },
  },
  scorm2004: {
    notImplemented: '402',
    Initialize: { before: '103', after: '104', failed: '102' },
    Finish: { before: '112', after: '113', failed: '111' },
    Commit: { before: '142', after: '143', failed: '391' },
    SetValue: { before: '132', after: '133', failed: '351' },
    GetValue: { before: '122', after: '123', failed: '301' },
  },
} as const;

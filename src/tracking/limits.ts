/** What this LMS really holds, as found out by the tracker. */
export interface Limits {
  /** Room for the packed state in characters; undefined where none is known. */
  readonly stateLength?: number;
  /** False where a "true" of the LMS proves nothing: then work is "sent", and proof is reading it back at a later launch. */
  readonly receipts: boolean;
  /** True where what is saved takes the place of all that another page has saved since this one was launched. */
  readonly replaces?: boolean;
  /** True where another launch may make the LMS forget all until this page says again that she comes back. */
  readonly forgets?: boolean;
  /** True where nothing is seen of what becomes of a save. */
  readonly isUnseen?: boolean;
  /** True once the LMS was told nothing for so long that another computer may have gone on since. */
  readonly isLeftOpen?: boolean;
  /** False where the LMS stores nothing any more once it has been told "completed". */
  readonly storesAfterCompletion: boolean;
  /** True where the LMS was seen to have emptied the learner's state when it was told "completed". */
  readonly wipesOnCompletion?: boolean;
  /** True where nothing that a closing page sends arrives: the learner's words are saved after shorter pauses. */
  readonly saveSooner?: boolean;
  /** True where the LMS may store what this page sends for whoever is logged in when it arrives. */
  readonly storesForLogin?: boolean;
  /** True where there is no LMS behind it: the work stays in this browser and nobody is told. */
  readonly thisBrowserOnly?: boolean;
}

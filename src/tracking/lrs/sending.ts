/** How a request is sent. It is said with each of them, since a page may leave while another one is under way. */
export interface Sending {
  /**
   * opening: a question that is not answered is asked again, since at launch nothing else would; later the whole save is tried again.
   * open: given up after a time.
   * leaving: it outlives the page, as far as there is room.
   * holding: the page does not go on until the LRS has answered, where the browser lets it be held; else as leaving.
   */
  readonly as: 'opening' | 'open' | 'leaving' | 'holding';
  /** False once something newer is sent, or another tab sends: then what would follow is not sent any more. */
  readonly goesOn: () => boolean;
}

const always = (): boolean => true;

export const OPENING: Sending = { as: 'opening', goesOn: always };
export const LEAVING: Sending = { as: 'leaving', goesOn: always };

/** In an event behind which the page may be gone. Once the event is over, nothing holds a page that has stayed. */
export function holdingInEvent(): Sending {
  let isOver = false;
  setTimeout(() => (isOver = true));
  return {
    get as() {
      return isOver ? 'leaving' : 'holding';
    },
    goesOn: always,
  };
}

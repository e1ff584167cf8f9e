/** Messages for a person on standard error, in her language; a moving progress line only where that is a terminal. */
import type { MessagesText, Said } from '../text/messages/messages-text.ts';

export interface MessageStream {
  write(text: string): unknown;
  readonly isTTY?: boolean;
}

export class Messages {
  private drawn = false;
  private drawnAt = 0;

  /** @param redact takes secrets out of whatever is printed */
  constructor(
    private readonly stream: MessageStream,
    private readonly text: MessagesText,
    private readonly quiet: boolean,
    private readonly redact: (text: string) => string = (text) => text,
  ) {}

  /** What a person wants to know, but a job need not. */
  note(said: Said): void {
    if (!this.quiet) this.line(said(this.text));
  }

  /** What a person must know. */
  warn(said: Said): void {
    this.line(this.text.warning(said(this.text)));
  }

  error(said: Said): void {
    this.line(this.text.error(said(this.text)));
  }

  /** @param share 0 to 1, or undefined where the end is not known */
  progress(label: Said, share: number | undefined): void {
    if (this.quiet || this.stream.isTTY !== true) return;
    const now = Date.now();
    if (now - this.drawnAt < 80) return;
    this.drawnAt = now;
    const width = 24;
    const done = share === undefined ? 0 : Math.round(share * width);
    const bar = share === undefined ? '' : `${'█'.repeat(done)}${'░'.repeat(width - done)} `;
    this.stream.write(`\r\u001B[K${this.redact(bar + label(this.text))}`);
    this.drawn = true;
  }

  private line(text: string): void {
    if (this.drawn) this.stream.write('\r\u001B[K');
    this.drawn = false;
    // What a server says may hold control characters that a terminal would obey.
    this.stream.write(`${this.redact(text).replace(/\p{Cc}/gu, ' ')}\n`);
  }
}

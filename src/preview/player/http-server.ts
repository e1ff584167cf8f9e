/** The LMS's server as the player's page reaches it: synchronous requests, requests that wait, and beacons, all real. */
import type { DeviceStore, LaunchAnswer, LaunchRequest, LmsServer, ServerAnswer, StoreRequest } from '../../simulator/lms-server.ts';

export class HttpLmsServer implements LmsServer {
  readonly device: DeviceStore = {
    read: (attempt) => {
      const kept = localStorage.getItem(deviceKey(attempt));
      return kept === null ? undefined : (JSON.parse(kept) as Record<string, string>);
    },
    write: (attempt, values) => {
      if (values) localStorage.setItem(deviceKey(attempt), JSON.stringify(values));
      else localStorage.removeItem(deviceKey(attempt));
    },
  };

  /** @param onAnswered runs after each request that has been answered, or has not */
  constructor(
    private readonly base: string,
    private readonly path: string,
    private readonly onAnswered: () => void,
  ) {}

  launch(request: LaunchRequest): LaunchAnswer {
    return this.#ask<LaunchAnswer>(`${this.base}/launch`, request);
  }

  store(request: StoreRequest): ServerAnswer {
    const answer = this.#ask<ServerAnswer>(this.#address(''), request);
    this.onAnswered();
    return answer;
  }

  async storeLater(request: StoreRequest): Promise<ServerAnswer> {
    try {
      const body = JSON.stringify(request);
      // Browsers take 64 KiB of keepalive bodies at once; a larger one is lost with the page, as it is in any LMS.
      const response = await fetch(this.#address('?api=asynchronous'), { method: 'POST', body, keepalive: body.length < 30_000 });
      return read<ServerAnswer>(response.status, await response.text());
    } catch {
      // fetch rejects with a TypeError for one reason only: there was no answer.
      return { result: 'unreachable' };
    } finally {
      this.onAnswered();
    }
  }

  beacon(request: StoreRequest, bytes: number): boolean {
    // As long as the LMS's own body would be, so that the browser refuses it where it would refuse that one.
    const isTaken = navigator.sendBeacon(this.#address('?api=beacon'), JSON.stringify(request).padEnd(bytes));
    setTimeout(this.onAnswered, 100);
    return isTaken;
  }

  #address(query: string): string {
    return `${this.base}/call/${this.path}${query}`;
  }

  #ask<Answer extends { result: string }>(url: string, body: unknown): Answer {
    const request = new XMLHttpRequest();
    request.open('POST', url, false);
    try {
      request.send(JSON.stringify(body));
    } catch {
      // A synchronous request throws a NetworkError where there is no answer, and while the page is being left.
      return { result: 'unreachable' } as Answer;
    }
    return read<Answer>(request.status, request.responseText);
  }
}

function read<Answer extends { result: string }>(status: number, text: string): Answer {
  if (status === 0) return { result: 'unreachable' } as Answer;
  if (status === 401 || status === 403) return { result: 'session-ended' } as Answer;
  if (status >= 400) return { result: 'refused' } as Answer;
  try {
    return JSON.parse(text) as Answer;
  } catch {
    // Not the LMS's answer: a captive portal, a page of a proxy.
    return { result: 'page' } as Answer;
  }
}

function deviceKey(attempt: string): string {
  return `aspa-preview-device-${attempt}`;
}

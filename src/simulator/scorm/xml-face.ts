/** What a course can see of a player that holds its data model as an XML document (forma.lms): no more of it than the course asks for. */
import { xmlBytes } from './beacon-body.ts';
import type { StoreRequest } from '../lms-server.ts';

export class XmlFace {
  /** Indexes of interactions that are marked as not set. */
  readonly #leftOut = new Set<string>();

  without(values: StoreRequest['values']): StoreRequest['values'] {
    return values.filter(([element]) => !this.#leftOut.has(indexOf(element) ?? ''));
  }

  /** @param request a commit as it would go out now */
  globals(request: () => StoreRequest): Record<string, unknown> {
    return {
      getStrTom: () => ' '.repeat(xmlBytes(request())),
      tom: { querySelectorAll: () => this.#entries(request().values) },
    };
  }

  #entries(values: StoreRequest['values']): unknown[] {
    return values
      .filter(([element]) => indexOf(element) !== undefined && element.endsWith('.id'))
      .map(([element, id]) => ({
        querySelector: () => ({ textContent: id }),
        setAttribute: () => void this.#leftOut.add(indexOf(element) ?? ''),
      }));
  }
}

function indexOf(element: string): string | undefined {
  return /^cmi\.interactions\.(\d+)\./.exec(element)?.[1];
}

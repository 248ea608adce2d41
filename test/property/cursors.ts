import type { EntityModel } from '../../subgraph/model/entity-model.js';
import type { OrderInput } from './order.js';
import type { Row } from './columns.js';

/** What a cursor stands for: a row in an order. */
export interface CursorPlace {
  readonly model: EntityModel;
  readonly row: Row;
  /** Primary key of the row. */
  readonly key: string;
  /** Names the order among all orders. */
  readonly order: string;
  readonly orderBy: readonly OrderInput[] | undefined;
}

/**
 * Cursors are opaque. The plain evaluator writes a mark where the answer has to hold the cursor of a row; which text
 * that is, the service itself says in another answer.
 */
export class Cursors {
  readonly #places = new Map<string, CursorPlace>();
  readonly #marks = new Map<string, { mark: string; place: CursorPlace }>();

  /** The row that a cursor of an earlier answer stands for. */
  opened(cursor: string): CursorPlace {
    const place = this.#places.get(cursor);
    if (!place) throw new Error(`no earlier answer had the cursor ${cursor}`);
    return place;
  }

  known = (cursor: string): CursorPlace | undefined => this.#places.get(cursor);

  /** The mark of a row's cursor in an expected answer. */
  sealed(place: CursorPlace): string {
    const id = JSON.stringify([place.order, place.key]);
    const known = this.#marks.get(id);
    if (known) return known.mark;
    const mark = `cursor of ${place.key} in ${place.order}`;
    this.#marks.set(id, { mark, place });
    return mark;
  }

  /** Marks written and not yet replaced. */
  takeMarks(): ReadonlyMap<string, CursorPlace> {
    const marks = new Map([...this.#marks.values()].map(({ mark, place }) => [mark, place]));
    this.#marks.clear();
    return marks;
  }

  learn(cursor: string, place: CursorPlace): void {
    this.#places.set(cursor, place);
  }
}

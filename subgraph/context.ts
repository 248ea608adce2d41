/** What a resolver of a subgraph is given for one request. */
import type { Reader } from './read/reader.js';

export interface SubgraphContext {
  readonly reader: Reader;
  readonly cursorSecret: string;
}

/** What a resolver of a subgraph is given for one request. */
import type { Reader } from './read/reader.js';

export interface SubgraphContext {
  /** The header `hub-as-of`, as given. */
  readonly asOf?: string | undefined;
  readonly reader: Reader;
  readonly cursorSecret: string;
}

import { Migration20261123114421_first } from './Migration20261123114421_first.js';

/** In the order in which they are run. */
export const migrations = [
  { name: 'Migration20261123114421_first', class: Migration20261123114421_first },
];

import { Migration20261123114425_first } from './Migration20261123114425_first.js';

/** In the order in which they are run. */
export const migrations = [
  { name: 'Migration20261123114425_first', class: Migration20261123114425_first },
];

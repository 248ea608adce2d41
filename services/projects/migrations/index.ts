import { Migration20261123114421_first } from './Migration20261123114421_first.js';
import { Migration20261123140813_provenance } from './Migration20261123140813_provenance.js';

/** In the order in which they are run. */
export const migrations = [
  { name: 'Migration20261123114421_first', class: Migration20261123114421_first },
  { name: 'Migration20261123140813_provenance', class: Migration20261123140813_provenance },
];

import { Migration20261123114418_first } from './Migration20261123114418_first.js';
import { Migration20261123140806_provenance } from './Migration20261123140806_provenance.js';

/** In the order in which they are run. */
export const migrations = [
  { name: 'Migration20261123114418_first', class: Migration20261123114418_first },
  { name: 'Migration20261123140806_provenance', class: Migration20261123140806_provenance },
];

import { Migration20261123114425_first } from './Migration20261123114425_first.js';
import { Migration20261123140820_provenance } from './Migration20261123140820_provenance.js';

/** In the order in which they are run. */
export const migrations = [
  { name: 'Migration20261123114425_first', class: Migration20261123114425_first },
  { name: 'Migration20261123140820_provenance', class: Migration20261123140820_provenance },
];

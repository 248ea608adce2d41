import type { GraphQLScalarType } from 'graphql';
import { CurrencyCode } from './currency.js';
import { DateTime } from './date-time.js';
import { Decimal } from './decimal.js';
import { DocNo } from './doc-no.js';
import { LandNo } from './land-no.js';
import { LocalDate } from './local-date.js';
import { Quarter } from './period.js';
import { ProjectCode } from './project-code.js';
import { RegionCode, RegionEdition } from './region-code.js';
import { Uscc } from './uscc.js';

export {
  CurrencyCode,
  DateTime,
  Decimal,
  DocNo,
  LandNo,
  LocalDate,
  ProjectCode,
  Quarter,
  RegionCode,
  RegionEdition,
  Uscc,
};

/** Every scalar of the graph beside those of GraphQL itself; a subgraph adds them to its schema from here. */
export const VOCABULARY: readonly GraphQLScalarType<string, string>[] = [
  Decimal,
  LocalDate,
  DateTime,
  Uscc,
  RegionCode,
  RegionEdition,
  ProjectCode,
  DocNo,
  LandNo,
  Quarter,
  CurrencyCode,
];

import { defineService } from '../../subgraph/define-service.js';
import { migrations } from './migrations/index.js';
import { AgencySuccession } from './agency/agency-succession.entity.js';
import { agencyRules } from './agency/agency.rule.js';
import { agencies, agencySuccessions } from './agency/agency.dataset.js';
import { Agency } from './agency/agency.entity.js';
import { legalEntityRules } from './legal-entity/legal-entity.rule.js';
import { legalPersons } from './legal-entity/legal-entity.dataset.js';
import { City } from './city/city.entity.js';
import { LegalEntity } from './legal-entity/legal-entity.entity.js';
import { ledgerEntities } from './ledger/ledger-entities.js';
import { regions } from './region/region.dataset.js';
import { RegionRevision } from './region/region-revision.entity.js';
import { Region } from './region/region.entity.js';

export const registry = defineService({
  name: 'registry',
  title: '登记：机构、行政区划、法人 / Registry: agencies, regions, legal persons',
  entities: [City, Agency, AgencySuccession, Region, RegionRevision, LegalEntity, ...ledgerEntities],
  stubs: [],
  values: [],
  resolvers: [],
  datasets: [regions, agencies, agencySuccessions, legalPersons],
  rules: [...agencyRules, ...legalEntityRules],
  migrations,
});

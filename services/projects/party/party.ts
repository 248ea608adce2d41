import { partyValue } from '../../../subgraph/model/party.js';
import { Agency } from '../stubs/agency.stub.js';
import { LegalEntity } from '../stubs/legal-entity.stub.js';

export const Party = partyValue({ legalEntity: () => LegalEntity, agency: () => Agency });

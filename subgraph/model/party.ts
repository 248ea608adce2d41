/** A party as its source names it, with links to the registry where the source gives a Chinese code. */
import { Column, ToOne, Value } from './decorators.js';
import type { Class } from './entity-model.js';
import { ID, Text, Uscc } from './types.js';

/** The stored columns of a party, for importers. */
export interface PartyColumns {
  scheme?: string | null;
  id?: string | null;
  name?: string | null;
  uscc?: string | null;
  agencyId?: string | null;
}

/**
 * The `Party` of one service: same shape everywhere, its links are the service's own stubs of legal entity and agency.
 * A foreign or unregistered party keeps the scheme and id its source printed; its links are null.
 */
export function partyValue(stubs: { legalEntity: () => Class; agency: () => Class }): Class<PartyColumns> {
  @Value(
    'Party',
    '当事人，按来源所载；有中国代码时可关联法人与机构 / A party as the source names it; linked where it carries a Chinese code (OCDS OrganizationReference)',
  )
  class Party implements PartyColumns {
    @Column(Text, '标识体系，如 CN-USCC / Scheme of the identifier, as printed (org-id.guide or the source’s own)', {
      group: true,
    })
    scheme?: string | null;

    @Column(ID, '在该体系中的标识 / Identifier within the scheme', { filter: true, group: true })
    id?: string | null;

    @Column(Text, '名称，按来源所载 / Name as the source prints it', { filter: true })
    name?: string | null;

    @Column(Uscc, '统一社会信用代码 / Unified social credit code (GB 32100-2015)', { filter: true })
    uscc?: string | null;

    @Column(ID, '机构标识（本市机构） / Id of the agency, for agencies of this city', { filter: true })
    agencyId?: string | null;

    @ToOne(
      stubs.legalEntity,
      '登记的法人，无统一社会信用代码则为空 / The registered legal entity; null without a code',
      {
        columns: { uscc: 'uscc' },
      },
    )
    legalEntity?: unknown;

    @ToOne(stubs.agency, '本市机构，非机构则为空 / The agency of this city; null for others', {
      columns: { id: 'agency_id' },
    })
    agency?: unknown;
  }
  return Party;
}

import { maskPersonal } from '../../../schema/vocabulary/person-name.js';
import { checkUscc } from '../../../schema/vocabulary/uscc.js';
import { escapeStep } from './finding.js';
import type { Party, ProcessPartyRow } from './process-rows.js';
import type { ReleaseReader } from './release-reader.js';

const USCC_SCHEME = /^(CN-)?USCC$/i;

/** The organisations of one release, and how its references find them. */
export class PartyBook {
  private readonly rows = new Map<string, ProcessPartyRow>();

  constructor(
    private readonly ocid: string,
    /** An agency id counts only under the scheme of this jurisdiction, `CN-349900-AGENCY`. */
    private readonly jurisdiction: string,
    parties: readonly ReleaseReader[],
  ) {
    for (const reader of parties) {
      const localId = reader.text('id');
      if (localId !== null) this.add(localId, this.partyOf(reader, localId), reader.texts('roles'), addressOf(reader));
    }
  }

  /**
   * The organisation a reference means, now known in `role`: the party with its id, or what the reference says itself
   * (OCDS 1.0 data has no parties). null for a reference that says nothing.
   */
  refer(reference: ReleaseReader | null, role: string): Party | null {
    if (!reference) return null;
    const id = reference.text('id');
    const known = id === null ? undefined : this.rows.get(id);
    if (known) {
      reference.text('name'); // a copy of the party's own name: asked for, so that it does not count as left out
      if (!known.roles.includes(role)) known.roles.push(role);
      return known.party;
    }
    const party = this.partyOf(reference, id);
    const localId = id ?? party.id ?? party.name;
    if (localId === null) return null;
    this.add(localId, party, [role], addressOf(reference));
    return party;
  }

  referAll(references: readonly ReleaseReader[], role: string): Party[] {
    return references.flatMap((reference) => this.refer(reference, role) ?? []);
  }

  all(): ProcessPartyRow[] {
    return [...this.rows.values()];
  }

  /** `scheme` and `id` of the identifier when it has one; otherwise the id that only this file understands. */
  private partyOf(reader: ReleaseReader, localId: string | null): Party {
    const primary = identifierOf(reader.child('identifier') ?? reader);
    const identified = reader.child('identifier') !== null && primary.id !== null;
    const named = reader.text('name') ?? primary.legalName;
    const all = [primary, ...reader.list('additionalIdentifiers').map(identifierOf)];
    const agency = all.find(({ scheme, id }) => scheme === `${this.jurisdiction}-AGENCY` && id !== null);
    return {
      scheme: identified ? primary.scheme : null,
      id: identified ? primary.id : localId,
      // A natural person's name is shown by the surname.
      name: named === null ? null : maskPersonal(named),
      uscc: all.map(usccOf).find((code) => code !== null) ?? null,
      agencyId: agency?.id ?? null,
    };
  }

  private add(localId: string, party: Party, roles: string[], address: string | null): void {
    const id = `${this.ocid}/${escapeStep(localId)}`;
    const known = this.rows.get(localId);
    if (known) known.roles.push(...roles.filter((role) => !known.roles.includes(role)));
    else this.rows.set(localId, { id, ocid: this.ocid, localId, party, roles: [...new Set(roles)], address });
  }
}

interface Identifier {
  reader: ReleaseReader;
  scheme: string | null;
  id: string | null;
  legalName: string | null;
}

function identifierOf(reader: ReleaseReader): Identifier {
  return { reader, scheme: reader.text('scheme'), id: reader.text('id'), legalName: reader.text('legalName') };
}

/** Only a code that passes GB 32100 is one; a publisher's other 18 characters are not claimed to be. */
function usccOf({ reader, scheme, id }: Identifier): string | null {
  if (id === null) return null;
  const claimed = scheme !== null && USCC_SCHEME.test(scheme);
  if (!claimed && id.length !== 18) return null;
  const checked = checkUscc(id);
  if (checked.ok) return checked.value;
  if (claimed) {
    const remedy =
      '核对统一社会信用代码；在更正前不与市场主体关联 / Check the code; until then it links to no legal entity.';
    reader.warn('id', id, { rule: checked.rule, zh: checked.zh, en: checked.en, remedy });
  }
  return null;
}

const ADDRESS = ['streetAddress', 'locality', 'region', 'postalCode', 'countryName'] as const;

function addressOf(reader: ReleaseReader): string | null {
  const address = reader.child('address');
  const parts = ADDRESS.flatMap((key) => address?.text(key) ?? []);
  return parts.length > 0 ? parts.join(', ') : null;
}

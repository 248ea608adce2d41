import { CITY } from '../../city.js';
import type { Agency } from '../../registry/agencies.js';
import type { LegalPerson } from '../../registry/legal-persons.js';
import { type Place, regionCodeOn, regionNameOn } from '../../registry/regions.js';
import type { Process } from '../process.js';

export type Role = 'buyer' | 'procuringEntity' | 'tenderer' | 'supplier' | 'payer' | 'payee';

/** A reference to a party, as OCDS wants it wherever one is named. */
export interface Reference {
  readonly id: string;
  readonly name: string;
}

/**
 * The parties of one process: collects who is named in a release, with all roles so far (a later release replaces the
 * list), and describes a party in full where it is first named.
 */
export class PartyBook {
  readonly #process: Process;
  readonly #roles = new Map<string, Role[]>();
  readonly #named = new Map<string, Agency | LegalPerson>();
  readonly #known = new Set<string>();

  constructor(process: Process) {
    this.#process = process;
  }

  refer(party: Agency | LegalPerson, role: Role): Reference {
    const id = partyId(party);
    const roles = this.#roles.get(id) ?? [];
    if (!roles.includes(role)) this.#roles.set(id, [...roles, role]);
    this.#named.set(id, party);
    return { id, name: this.#nameOf(party) };
  }

  /** The parties named since the last call. */
  take(day: string): object[] {
    const parties = [...this.#named].map(([id, party]) => this.#party(id, party, day));
    this.#named.clear();
    return parties;
  }

  #party(id: string, party: Agency | LegalPerson, day: string): object {
    const name = this.#nameOf(party);
    const short = { id, name, identifier: identifierOf(party, name), roles: this.#roles.get(id) };
    if (this.#known.has(id)) return short;
    this.#known.add(id);
    const { phone, address } = {
      phone: party.phone,
      address: party.address,
      ...this.#process.misprints.get(party.uscc),
    };
    return { ...short, ...additional(party), ...detailsOf(party, phone, address, day) };
  }

  #nameOf(party: Agency | LegalPerson): string {
    return this.#process.misprints.get(party.uscc)?.name ?? party.name;
  }
}

function partyId(party: Agency | LegalPerson): string {
  return 'id' in party ? party.id : `CN-USCC-${party.uscc}`;
}

function identifierOf(party: Agency | LegalPerson, name: string): object {
  return 'id' in party
    ? { scheme: `${CITY.jurisdiction}-AGENCY`, id: party.id, legalName: name }
    : { scheme: 'CN-USCC', id: party.uscc, legalName: name };
}

function additional(party: Agency | LegalPerson): object {
  return 'id' in party ? { additionalIdentifiers: [{ scheme: 'CN-USCC', id: party.uscc, legalName: party.name }] } : {};
}

function detailsOf(party: Agency | LegalPerson, telephone: string, streetAddress: string, day: string): object {
  const place: Place = party.place;
  const scale = 'size' in party && party.size !== '' ? { scale: party.size === '大型' ? 'large' : 'sme' } : {};
  return {
    address: {
      streetAddress,
      locality: CITY.name,
      region: regionNameOn(place, day),
      countryName: '中国',
    },
    contactPoint: { telephone },
    details: { regionCode: regionCodeOn(place, day), ...scale },
  };
}

/** A party of a Chinese form, which prints a name and codes: the scheme and id follow from the best code it has. */
import type { PartyColumns } from '../model/party.js';

/** An agency of the city goes by its agency id, others by their USCC, the rest by name alone. */
export function identifiedParty(party: unknown, jurisdiction: string): PartyColumns | null {
  const { name, uscc, agencyId } = (party ?? {}) as PartyColumns;
  if (!name && !uscc && !agencyId) return null;
  const known = agencyId
    ? { scheme: `${jurisdiction}-AGENCY`, id: agencyId }
    : uscc
      ? { scheme: 'CN-USCC', id: uscc }
      : { scheme: null, id: null };
  return { ...known, name: name ?? null, uscc: uscc ?? null, agencyId: agencyId ?? null };
}

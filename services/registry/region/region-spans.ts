/** Editions of the code list → the span of editions over which each entry stayed the same. */

export interface RegionEntry {
  readonly name: string;
  readonly level: number;
  readonly parentCode: string | null;
}

/** One edition of GB/T 2260 (and, where it goes that far, of the township codes below it). */
export interface RegionListEdition {
  /** `yyyymm`. */
  readonly edition: string;
  readonly source: string;
  /** Deepest level the list covers: an edition says nothing about levels below. */
  readonly deepest: number;
  readonly entries: ReadonlyMap<string, RegionEntry>;
}

export interface RegionSpan extends RegionEntry {
  readonly code: string;
  /** First edition with this entry. */
  readonly edition: string;
  /** First edition without it; null while it stands. */
  readonly editionTo: string | null;
  /** It stands in the earliest edition known for its level, so it may be older. */
  readonly openToPast: boolean;
}

/** Runs of consecutive editions in which a code has the same name and parent; editions in any order. */
export function spansOf(editions: readonly RegionListEdition[]): RegionSpan[] {
  const sorted = [...editions].sort((a, b) => a.edition.localeCompare(b.edition));
  const levels = new Set(sorted.flatMap((each) => [...each.entries.values()].map(({ level }) => level)));
  return [...levels].flatMap((level) =>
    spansOfLevel(
      sorted.filter(({ deepest }) => deepest >= level),
      level,
    ),
  );
}

function spansOfLevel(editions: readonly RegionListEdition[], level: number): RegionSpan[] {
  const spans: RegionSpan[] = [];
  const open = new Map<string, RegionSpan>();
  editions.forEach(({ edition, entries }, index) => {
    for (const [code, span] of open) {
      const now = entries.get(code);
      if (now && now.name === span.name && now.parentCode === span.parentCode) continue;
      spans.push({ ...span, editionTo: edition });
      open.delete(code);
    }
    for (const [code, entry] of entries)
      if (entry.level === level && !open.has(code))
        open.set(code, { ...entry, code, edition, editionTo: null, openToPast: index === 0 });
  });
  return [...spans, ...open.values()];
}

/** The edition as it was loaded, from the spans that it became part of. */
export function editionFromSpans(
  edition: { edition: string; source: string; deepest: number },
  spans: readonly RegionSpan[],
): RegionListEdition {
  const entries = new Map<string, RegionEntry>();
  for (const span of spans)
    if (
      span.level <= edition.deepest &&
      span.edition <= edition.edition &&
      (span.editionTo === null || span.editionTo > edition.edition)
    )
      entries.set(span.code, { name: span.name, level: span.level, parentCode: span.parentCode });
  return { ...edition, entries };
}

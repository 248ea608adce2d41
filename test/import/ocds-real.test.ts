import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { byOcid, compileProcess } from '../../services/procurement/ocds/compile-process.js';
import { isObject, toPlain, type JsonObject } from '../../subgraph/import/exact-json.js';
import { mapRelease, type MappedProcess } from '../../services/procurement/ocds/map-release.js';
import { mergeReleases } from '../../services/procurement/ocds/merge-releases.js';
import { describeWithCorpus } from '../kit/corpora.js';
import { at, byRule, counts, load, rowIds } from './load-ocds.js';

describeWithCorpus('ocds-real', 'UK Contracts Finder', (corpora) => {
  const loading = load(join(corpora, 'uk-contracts-finder'));

  it('all 32 releases are accepted', async () => {
    const { kinds, accepted, refused } = await loading;
    expect(kinds).toEqual({ record: 11, release: 21 });
    expect([accepted.length, refused.length]).toEqual([32, 0]);
  });

  it('are 11 processes; ten releases exist in two versions under one id, and that is said', async () => {
    const { mapped, findings } = await loading;
    expect(counts(mapped)).toEqual({
      contractingProcess: 11,
      processParties: 11,
      tenders: 11,
      items: 15,
      milestones: 22,
    });
    expect(byRule(findings)).toEqual({ 'W T11-RELEASE': 10 });
  });

  it('keep a party of a version without parties', async () => {
    const { accepted } = await loading;
    const old = accepted.filter(({ release }) => !('parties' in release));
    expect(old).toHaveLength(10);
    for (const unit of old) {
      const { rows } = mapRelease(compileProcess(String(unit.release.ocid), [unit]));
      expect(rows.processParties).toMatchObject([{ roles: ['buyer'], address: expect.any(String) as string }]);
    }
  });

  it('no person’s name, address or telephone number reaches a row', async () => {
    const { accepted, mapped } = await loading;
    const persons = accepted.flatMap(({ release }) => contactsOf(release));
    expect(persons.length).toBeGreaterThan(0);
    const stored = JSON.stringify(mapped.map(({ rows }) => rows));
    expect(persons.filter((person) => stored.includes(JSON.stringify(person)))).toEqual([]);
  });
});

function contactsOf(release: JsonObject): string[] {
  const parties = Array.isArray(release.parties) ? release.parties : [];
  return parties.flatMap((party) => {
    const contact = isObject(party) ? party.contactPoint : undefined;
    if (!isObject(contact)) return [];
    return [contact.name, contact.email, contact.telephone].filter((text) => typeof text === 'string' && text !== '');
  }) as string[];
}

describeWithCorpus('ocds-real', 'Mexico, Jalisco', (corpora) => {
  const loading = load(join(corpora, 'mexico-jalisco'));

  it('all 20 packages are accepted', async () => {
    const { kinds, accepted, refused } = await loading;
    expect(kinds).toEqual({ 'record-package': 10, 'release-package': 10 });
    expect([accepted.length, refused.length]).toEqual([20, 0]);
  });

  it('are 10 processes with all their rows and nothing to report', async () => {
    const { mapped, findings } = await loading;
    expect(counts(mapped)).toEqual({
      contractingProcess: 10,
      processParties: 69,
      tenders: 10,
      awards: 20,
      awardSuppliers: 20,
      contracts: 20,
      contractSuppliers: 20,
      contractTransactions: 24,
      items: 471,
      documents: 52,
    });
    expect(findings).toEqual([]);
    expect(new Set(rowIds(mapped)).size).toBe(rowIds(mapped).length);
  });

  it('buyer, supplier, items and amounts are those of the file', async () => {
    const { mapped } = await loading;
    const file = join(corpora, 'mexico-jalisco/sample/records/ocds-xs1qbl-SFIN-03-0007-00-2017.json');
    const text = await readFile(file, 'utf8');
    const compiled = at(JSON.parse(text), '/records/0/compiledRelease') as Record<string, unknown>;
    const found = mapped.find(({ rows }) => rows.contractingProcess.ocid === compiled.ocid);
    const { rows } = found ?? expect.fail('the process is not there');
    expect(rows.contractingProcess.buyer?.name).toBe(at(compiled, '/buyer/name'));
    expect(rows.contracts).toMatchObject([
      {
        localId: at(compiled, '/contracts/0/id'),
        amount: '179568.0',
        currency: 'MXN',
        signedOn: '2017-05-16',
        supplier: { scheme: 'PROV-GOB-JAL', id: 'P00716', name: 'COMPUCAD, S.A. DE C.V.' },
      },
    ]);
    expect(text).toContain('"amount": 179568.0,');
    expect(rows.contractTransactions).toMatchObject([{ amount: '179568.0', paidOn: '2017-07-07' }]);
    expect(rows.items.map(({ stage, unitAmount }) => [stage, unitAmount])).toEqual([
      ['TENDER', '264000.0'],
      ['AWARD', '154800.0'],
      ['CONTRACT', '154800.0'],
    ]);
    expect(rows.tenders).toMatchObject([{ numberOfTenderers: 3, tenderersListed: 3 }]);
  });

  it('releases merged equal the record, but for empty fields and the record’s own name and date', async () => {
    const { accepted } = await loading;
    const whole = [...byOcid(accepted).values()].filter((units) => {
      const record = units.find((unit) => unit.compiled);
      return record && units.length === record.linked.ids.length + 1;
    });
    expect(whole).toHaveLength(2);
    for (const units of whole) {
      const merged = mergeReleases(units.filter((unit) => !unit.compiled).map((unit) => unit.release));
      const record = units.find((unit) => unit.compiled)?.release;
      expect(contents(merged)).toEqual(contents(record));
    }
  });
});

/** A compiled release without its metadata, and without null and empty fields, which merging drops. */
function contents(release: JsonObject | undefined): unknown {
  const { id: _, date: __, tag: ___, ...rest } = toPlain(release ?? {}) as Record<string, unknown>;
  return full(rest);
}

function full(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(full);
  if (value === null || typeof value !== 'object') return value;
  const fields = Object.entries(value).filter(
    ([, inner]) => inner !== null && !(Array.isArray(inner) && !inner.length),
  );
  return Object.fromEntries(fields.map(([key, inner]) => [key, full(inner)]));
}

describeWithCorpus('ocds-real', 'Moldova', (corpora) => {
  const loading = load(join(corpora, 'moldova'));

  it('all 102 releases are refused and nothing of them is mapped', async () => {
    const { accepted, refused, mapped } = await loading;
    expect([accepted.length, refused.length, mapped.length]).toEqual([0, 102, 0]);
  });

  it('each with path, value and rule that can be looked up in the file', async () => {
    const { refused } = await loading;
    for (const { unit, findings } of refused) {
      const file = JSON.parse(await readFile(unit.file, 'utf8')) as unknown;
      expect(findings.length).toBeGreaterThan(0);
      for (const finding of findings) {
        expect(finding.rule).toMatch(/^[A-Z0-9]+-[A-Z]+$/);
        const value = at(file, finding.path);
        expect(value).not.toBeUndefined();
        if (JSON.stringify(value).length < 80) expect(JSON.parse(finding.value ?? '')).toEqual(value);
      }
    }
  });

  it('by the rules that were broken', async () => {
    const { findings } = await loading;
    expect(byRule(findings)).toEqual({
      'E OCDS-CURRENCY': 210,
      'E OCDS-DATE': 246,
      'E OCDS-EMPTY': 312,
      'E OCDS-ENUM': 276,
      'E OCDS-FORMAT': 210,
      'E OCDS-REQUIRED': 102,
      'E OCDS-TYPE': 378,
    });
  });
});

describeWithCorpus('ocds-real', 'the order of files', (corpora) => {
  it.each(['uk-contracts-finder', 'mexico-jalisco'])('changes nothing in %s', async (name) => {
    const { accepted, mapped } = await load(join(corpora, name));
    const backwards = [...byOcid(accepted.toReversed())].map(([ocid, units]) =>
      mapRelease(compileProcess(ocid, units)),
    );
    const rows = (list: readonly MappedProcess[]) =>
      Object.fromEntries(list.map((process) => [process.rows.contractingProcess.ocid, process.rows]));
    expect(rows(backwards)).toEqual(rows(mapped));
  });
});

import { describe, expect, it } from 'vitest';
import { readOcds } from './read-ocds.js';
import { validateEnvelope, validateUnit } from './validate-ocds.js';

const base = {
  ocid: 'ocds-abc123-1',
  id: 'r1',
  date: '2024-01-01T00:00:00Z',
  tag: ['tender'],
  initiationType: 'tender',
};

function findings(change: object | string) {
  const text = typeof change === 'string' ? change : JSON.stringify({ ...base, ...change });
  const [unit] = readOcds('f.json', new TextEncoder().encode(text)).units;
  if (!unit) throw new Error('no release in the text');
  return validateUnit(unit).findings.map(({ rule, severity, path, value }) => ({ rule, severity, path, value }));
}

describe('the official schema, rule by rule', () => {
  it('accepts a minimal release', () => expect(findings({})).toEqual([]));

  it.each([
    ['OCDS-REQUIRED', { tag: undefined }, ''],
    ['OCDS-TYPE', { tender: { id: 't', value: { amount: '12.50', currency: 'CNY' } } }, '/tender/value/amount'],
    ['OCDS-CURRENCY', { tender: { id: 't', value: { amount: 1, currency: 'mdl' } } }, '/tender/value/currency'],
    ['OCDS-ENUM', { tender: { id: 't', status: 'Executarea contractului' } }, '/tender/status'],
    ['OCDS-DATE', { date: '2024-02-30T00:00:00Z' }, '/date'],
    ['OCDS-DATE', { date: '2024-02-03' }, '/date'],
    ['OCDS-FORMAT', { tender: { id: 't', documents: [{ id: 'd', url: 'no address' }] } }, '/tender/documents/0/url'],
    ['OCDS-EMPTY', { tender: { id: '' } }, '/tender/id'],
  ])('%s for %j', (rule, change, path) => {
    expect(findings(change)).toContainEqual(expect.objectContaining({ rule, severity: 'E', path }));
  });

  it('shows the value and what to do about it', () => {
    const text = JSON.stringify({ ...base, tender: { id: 't', value: { amount: 1, currency: 'mdl' } } });
    const [unit] = readOcds('f.json', new TextEncoder().encode(text)).units;
    expect(unit && validateUnit(unit).findings).toMatchObject([{ value: '"mdl"', remedy: '改为 MDL / Write MDL.' }]);
  });
});

describe('what the schema cannot say', () => {
  const parties = [{ id: 'a', name: 'A', roles: ['buyer'] }];

  it('T11: every organisation referred to is a party', () => {
    expect(findings({ parties, buyer: { id: 'a' } })).toEqual([]);
    expect(findings({ parties, awards: [{ id: '1', suppliers: [{ id: 'z', name: 'Z' }] }] })).toEqual([
      { rule: 'T11', severity: 'E', path: '/awards/0/suppliers/0/id', value: '"z"' },
    ]);
    expect(findings({ parties, buyer: { name: 'A' } })).toMatchObject([{ rule: 'T11', path: '/buyer/id' }]);
  });

  it('T11: data without parties, as OCDS 1.0 wrote it, refers to nothing', () => {
    expect(findings({ buyer: { id: 'a', name: 'A' } })).toEqual([]);
  });

  it('T11-ID: 1 and "1" are the same id in one list, not in two', () => {
    const items = [{ id: 1 }, { id: '1' }];
    expect(findings({ tender: { id: 't', items } })).toEqual([
      { rule: 'T11-ID', severity: 'E', path: '/tender/items/1/id', value: '"1"' },
    ]);
    expect(findings({ tender: { id: 't', items: [{ id: 1 }] }, awards: [{ id: 1, items: [{ id: 1 }] }] })).toEqual([]);
  });

  it('OCDS-MONEY: an amount needs a currency, also zero', () => {
    const amounts = {
      tender: { id: 't', value: { amount: 0 } },
      planning: { budget: { amount: { currency: 'CNY' } } },
    };
    expect(findings(amounts)).toEqual([
      { rule: 'OCDS-MONEY', severity: 'E', path: '/tender/value/currency', value: 'null' },
    ]);
  });

  it('OCDS-RANGE: a number no amount can have', () => {
    const text = JSON.stringify({ ...base, tender: { id: 't', value: { amount: 7, currency: 'CNY' } } });
    expect(findings(text.replace('7', '1e40'))).toMatchObject([{ rule: 'OCDS-RANGE', value: '"1e40"' }]);
  });

  it('OCDS-OCID: a prefix says whose data it is', () => {
    expect(findings({ ocid: 'XY-2024-1' })).toMatchObject([{ rule: 'OCDS-OCID', severity: 'E', path: '/ocid' }]);
    expect(findings({ ocid: 'ocds-abc123-' })).toMatchObject([{ rule: 'OCDS-OCID' }]);
  });

  it('OCDS-OCID: a record holds its own ocid', () => {
    const text = JSON.stringify({ ocid: 'ocds-abc123-2', releases: [], compiledRelease: base });
    expect(findings(text)).toMatchObject([{ rule: 'OCDS-OCID', path: '/compiledRelease/ocid' }]);
  });

  it('OCDS-DATE: a placeholder year is a warning', () => {
    expect(findings({ awards: [{ id: '1', date: '0001-01-01T00:00:00Z' }] })).toMatchObject([
      { rule: 'OCDS-DATE', severity: 'W', path: '/awards/0/date' },
    ]);
  });

  it('OCDS-TEXT: characters that cannot be stored are a warning', () => {
    expect(findings({ tender: { id: 't', title: 'a\u0000' } })).toMatchObject([{ rule: 'OCDS-TEXT', severity: 'W' }]);
    expect(findings({ tender: { id: 't', title: '\ud800' } })).toMatchObject([{ rule: 'OCDS-TEXT', severity: 'W' }]);
    expect(findings({ tender: { id: 't', title: '\\u0000 😀' } })).toEqual([]);
  });

  it('OCDS-ID: an id that no index can hold', () => {
    expect(findings({ awards: [{ id: 'x'.repeat(201) }] })).toMatchObject([{ rule: 'OCDS-ID', severity: 'E' }]);
  });
});

describe('the package around the releases', () => {
  function envelope(content: object) {
    return validateEnvelope(readOcds('f.json', new TextEncoder().encode(JSON.stringify(content))));
  }
  const whole = {
    uri: 'https://example.org/p.json',
    version: '1.1',
    publishedDate: '2024-01-01T00:00:00Z',
    publisher: { name: 'Office' },
    releases: [base],
  };

  it('says nothing about a whole one', () => expect(envelope(whole)).toEqual([]));

  it('only ever warns', () => {
    const lacking = envelope({ ...whole, uri: undefined, publisher: {}, version: '1.0', releases: [] });
    expect(lacking.map(({ rule, severity, path }) => `${severity} ${rule} ${path}`).sort()).toEqual([
      'W OCDS-EMPTY /releases',
      'W OCDS-REQUIRED ',
      'W OCDS-REQUIRED /publisher',
      'W OCDS-VERSION /version',
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { readOcds } from './read-ocds.js';

const release = { ocid: 'ocds-abc123-1', id: 'r1', date: '2024-01-01T00:00:00Z', tag: ['tender'] };
const compiled = { ...release, id: 'c1', tag: ['compiled'] };
const link = { url: 'https://example.org/package.json#r1', date: '2024-01-01T00:00:00Z', tag: ['tender'] };

function read(content: unknown, maxBytes?: number) {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  return readOcds('f.json', new TextEncoder().encode(text), maxBytes);
}

describe('what a file is', () => {
  it('a release', () => {
    const file = read({ ...release, packageInfo: { publisher: { name: ' Office ' } } });
    expect(file.kind).toBe('release');
    expect(file.units).toMatchObject([{ pointer: '', compiled: false, publisher: 'Office' }]);
  });

  it('a release package', () => {
    const file = read({ uri: 'https://example.org', publisher: { name: 'Office' }, releases: [release, release] });
    expect(file.kind).toBe('release-package');
    expect(file.units.map(({ pointer }) => pointer)).toEqual(['/releases/0', '/releases/1']);
    expect(file.units[0]?.publisher).toBe('Office');
  });

  it('a record package: the compiled release where releases are only links', () => {
    const file = read({ uri: 'x', records: [{ ocid: 'ocds-abc123-1', releases: [link], compiledRelease: compiled }] });
    expect(file.kind).toBe('record-package');
    expect(file.units).toMatchObject([
      {
        pointer: '/records/0/compiledRelease',
        compiled: true,
        recordOcid: 'ocds-abc123-1',
        linked: { ids: ['r1'], dates: ['2024-01-01T00:00:00Z'] },
      },
    ]);
  });

  it('a record package: the embedded releases where they are whole', () => {
    const file = read({ records: [{ ocid: 'ocds-abc123-1', releases: [release], compiledRelease: compiled }] });
    expect(file.units.map(({ pointer }) => pointer)).toEqual(['/records/0/releases/0']);
  });

  it('a record without its package, versioned or not', () => {
    const versioned = read({ ocid: 'ocds-abc123-1', versionedRelease: {}, compiledRelease: compiled });
    expect(versioned.kind).toBe('record');
    expect(versioned.units.map(({ pointer }) => pointer)).toEqual(['/compiledRelease']);
    expect(read({ ocid: 'ocds-abc123-1', releases: [link], compiledRelease: compiled }).kind).toBe('record');
  });

  it('a record with links only holds nothing to load', () => {
    expect(read({ records: [{ ocid: 'ocds-abc123-1', releases: [link] }] })).toMatchObject({
      units: [],
      findings: [{ rule: 'OCDS-RECORD', severity: 'E', path: '/records/0' }],
    });
  });
});

describe('what cannot be read is said in Chinese and English', () => {
  it.each([
    ['nothing', '', 'JSON-SYNTAX'],
    ['half a document', '{"ocid": "ocds-abc123-1",', 'JSON-SYNTAX'],
    ['deep nesting', '['.repeat(300) + ']'.repeat(300), 'JSON-DEPTH'],
    ['very deep nesting', '['.repeat(100_000) + ']'.repeat(100_000), 'JSON-DEPTH'],
    ['another kind of JSON', { type: 'FeatureCollection', features: [] }, 'OCDS-KIND'],
    ['a list', [release], 'OCDS-KIND'],
    ['a package with something else in it', { releases: ['x'] }, 'OCDS-KIND'],
  ])('%s', (_name, content, rule) => {
    const [finding, ...more] = read(content).findings;
    expect(more).toEqual([]);
    expect(finding).toMatchObject({ rule, severity: 'E', file: 'f.json' });
    expect(finding?.zh).toMatch(/[\u4e00-\u9fff]/);
    expect(finding?.en).toMatch(/^[\x20-\x7e–]+$/);
    expect(finding?.remedy).toContain(' / ');
  });

  it('names the line and column of broken JSON', () => {
    expect(read('{\n  "a": 1,\n  "b": }').findings[0]?.en).toContain('line 3, column 8');
  });

  it('a file that is not UTF-8', () => {
    const gbk = Uint8Array.of(0x7b, 0x22, 0xb2, 0xc9, 0xb9, 0xba, 0x22, 0x3a, 0x31, 0x7d);
    expect(readOcds('f.json', gbk).findings).toMatchObject([{ rule: 'JSON-ENCODING', severity: 'E' }]);
    const utf16 = new Uint8Array(Buffer.from('\uFEFF{}', 'utf16le'));
    expect(readOcds('f.json', utf16).findings).toMatchObject([{ rule: 'JSON-ENCODING', value: 'UTF-16' }]);
  });

  it('a byte order mark is reported and skipped', () => {
    const file = read(`\uFEFF${JSON.stringify(release)}`);
    expect(file.findings).toMatchObject([{ rule: 'JSON-BOM', severity: 'W' }]);
    expect(file.units).toHaveLength(1);
  });

  it('a file over the limit', () => {
    expect(read(release, 10)).toMatchObject({ units: [], findings: [{ rule: 'JSON-SIZE', severity: 'E' }] });
  });
});

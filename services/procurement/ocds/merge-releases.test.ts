import { describe, expect, it } from 'vitest';
import { toExact, toPlain, type JsonObject } from '../../../subgraph/import/exact-json.js';
import { mergeReleases } from './merge-releases.js';
import { MERGE_RULES } from './merge-rules.js';

const ocid = 'ocds-abc123-1';

function merged(...contents: object[]) {
  const releases = contents.map((content, index) => {
    return toExact({ ocid, id: `r${index}`, date: `2024-01-0${index + 1}T00:00:00Z`, ...content }) as JsonObject;
  });
  const { ocid: _, tag, id, date, ...rest } = toPlain(mergeReleases(releases)) as Record<string, unknown>;
  return { rest, tag, id, date };
}

describe('the merge routine of OCDS 1.1', () => {
  it('names the result by ocid and newest date', () => {
    expect(merged({ tag: ['planning'] }, { tag: ['tender'] })).toEqual({
      rest: {},
      tag: ['compiled'],
      date: '2024-01-02T00:00:00Z',
      id: `${ocid}-2024-01-02T00:00:00Z`,
    });
  });

  it('later values replace earlier ones, field by field', () => {
    const { rest } = merged({ tender: { id: 't', title: 'a', status: 'active' } }, { tender: { id: 't', title: 'b' } });
    expect(rest).toEqual({ tender: { id: 't', title: 'b', status: 'active' } });
  });

  it('orders by date then id, whatever order the files come in', () => {
    const title = (text: string) => ({ tender: { id: 't', title: text } });
    const same = '2024-05-01T00:00:00Z';
    expect(merged({ ...title('late'), date: same, id: 'b' }, { ...title('early'), date: same, id: 'a' }).rest).toEqual(
      title('late'),
    );
    expect(
      merged({ ...title('new'), date: '2024-05-02T00:00:00+08:00' }, { ...title('old'), date: same }).rest,
    ).toEqual(title('new'));
  });

  it('null removes a field, and is never kept', () => {
    expect(merged({ tender: { id: 't', title: 'a' } }, { tender: { title: null } }).rest).toEqual({
      tender: { id: 't' },
    });
    expect(merged({ tender: { id: 't', title: null } }).rest).toEqual({ tender: { id: 't' } });
    expect(merged({ tender: { id: 't' } }, { tender: null }).rest).toEqual({});
  });

  it('lists of objects merge by id, in order of appearance', () => {
    const first = {
      awards: [
        { id: '1', title: 'a' },
        { id: '2', title: 'b' },
      ],
    };
    const second = {
      awards: [
        { id: '3', title: 'c' },
        { id: '1', status: 'active' },
      ],
    };
    expect(merged(first, second).rest).toEqual({
      awards: [
        { id: '1', title: 'a', status: 'active' },
        { id: '2', title: 'b' },
        { id: '3', title: 'c' },
      ],
    });
  });

  it('entries without an id are all kept', () => {
    const changes = { relatedProcesses: [{ title: 'x' }] };
    expect(merged(changes, changes).rest).toEqual({ relatedProcesses: [{ title: 'x' }, { title: 'x' }] });
  });

  it('an empty object or list by id says nothing', () => {
    expect(merged({ tender: { id: 't' }, awards: [{ id: '1' }] }, { tender: {}, awards: [] }).rest).toEqual({
      tender: { id: 't' },
      awards: [{ id: '1' }],
    });
    expect(merged({ tender: {}, awards: [] }).rest).toEqual({});
  });

  it('other lists are replaced as a whole, also by an empty one', () => {
    const item = (additionalClassifications: object[]) => ({
      tender: { id: 't', submissionMethod: ['written'], items: [{ id: '1', additionalClassifications }] },
    });
    const { rest } = merged(item([{ scheme: 'A', id: '1' }]), item([]));
    expect(rest).toEqual(item([]));
  });

  it('does not change the releases it merges', () => {
    const release = toExact({ ocid, id: 'a', date: '2024-01-01T00:00:00Z', awards: [{ id: '1' }] }) as JsonObject;
    const before = JSON.stringify(release);
    mergeReleases([release, { ...release, id: 'b', awards: [{ id: '1', title: 'x' }] }]);
    expect(JSON.stringify(release)).toBe(before);
  });

  it('has its rules from the schema', () => {
    expect(MERGE_RULES.get('id')).toBe('omit');
    expect(MERGE_RULES.get('tender/items/additionalClassifications')).toBe('whole-list');
    expect(MERGE_RULES.get('tender/amendments/changes')).toBe('whole-list');
    expect(MERGE_RULES.get('parties/roles')).toBe('whole-list');
    expect(MERGE_RULES.has('tender/items')).toBe(false);
  });
});

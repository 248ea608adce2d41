import { describe, expect, it } from 'vitest';
import { editionFromSpans, spansOf, type RegionListEdition } from './region-spans.js';

const edition = (name: string, codes: Record<string, string>, deepest = 3): RegionListEdition => ({
  edition: name,
  source: 'test',
  deepest,
  entries: new Map(
    Object.entries(codes).map(([code, title]) => [
      code,
      { name: title, level: code.length === 9 ? 4 : 3, parentCode: null },
    ]),
  ),
});

const before = edition('201110', { '340502': '金家庄区', '340503': '花山区' });
const after = edition('201210', { '340503': '花山区', '340506': '博望区' });
const now = edition('202112', { '340503': '花山区', '340506': '博望区', '340503001': '沙塘路街道' }, 4);

describe('spansOf', () => {
  it('ends a code in the first edition that lacks it and opens the first one to the past', () => {
    const spans = spansOf([after, before]);
    expect(spans.find(({ code }) => code === '340502')).toMatchObject({
      edition: '201110',
      editionTo: '201210',
      openToPast: true,
    });
    expect(spans.find(({ code }) => code === '340506')).toMatchObject({
      edition: '201210',
      editionTo: null,
      openToPast: false,
    });
    expect(spans.filter(({ code }) => code === '340503')).toHaveLength(1);
  });

  it('makes two spans of a code whose name changed', () => {
    const renamed = edition('201308', { '340503': '花山新区' });
    expect(spansOf([before, renamed]).filter(({ code }) => code === '340503')).toEqual([
      expect.objectContaining({ name: '花山区', editionTo: '201308' }),
      expect.objectContaining({ name: '花山新区', edition: '201308', editionTo: null }),
    ]);
  });

  it('does not end towns in an edition that lists none', () => {
    const later = edition('202301', { '340503': '花山区', '340506': '博望区' });
    expect(spansOf([now, later]).find(({ code }) => code === '340503001')).toMatchObject({
      editionTo: null,
      openToPast: true,
    });
  });

  it('gives back each edition as it was loaded', () => {
    const editions = [before, after, now];
    const spans = spansOf(editions);
    for (const each of editions) expect(editionFromSpans(each, spans).entries).toEqual(each.entries);
  });
});

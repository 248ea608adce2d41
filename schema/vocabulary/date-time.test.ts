import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { must } from './checked.js';
import { DateTime, checkDateTime, parseDateTime } from './date-time.js';

const instants = fc.date({
  min: new Date('0001-01-02T00:00:00Z'),
  max: new Date('9999-12-30T00:00:00Z'),
  noInvalidDate: true,
});
const offsets = fc.integer({ min: -14 * 60, max: 14 * 60 });

describe('parseDateTime', () => {
  it.each([
    ['2024-03-31T08:30:00+08:00', '2024-03-31T00:30:00.000Z'],
    ['2024-03-31T00:30:00.123456Z', '2024-03-31T00:30:00.123Z'],
    ['2024-03-31 08:30:00.5+08', '2024-03-31T00:30:00.500Z'],
    ['2024-03-31T08:30:00+0800', '2024-03-31T00:30:00.000Z'],
    ['20240331083000', '2024-03-31T00:30:00.000Z'],
    ['2024-03-31 08:30:00', '2024-03-31T00:30:00.000Z'],
    ['2024-03-31T08:30', '2024-03-31T00:30:00.000Z'],
    ['2018-04-18 00:00:00.0000000', '2018-04-17T16:00:00.000Z'],
    ['1988-07-01 12:00:00', '1988-07-01T03:00:00.000Z'],
    ['1985-07-01 12:00:00', '1985-07-01T04:00:00.000Z'],
    ['1900-01-01 08:05:43', '1900-01-01T00:00:00.000Z'],
  ])('reads %j as %s', (text, utc) => {
    expect(must(parseDateTime(text))).toBe(utc);
  });

  it.each([
    '2024-02-30T00:00:00Z',
    '2024-01-01T24:00:00Z',
    '2024-01-01T23:59:60Z',
    '2024-01-01T00:00:00+24:00',
    '20240230083000',
    '2024033108300',
    '2024-01-01',
    '9999-12-31T23:59:59-01:00',
    '',
  ])('refuses %j', (text) => {
    expect(parseDateTime(text)).toMatchObject({ ok: false, rule: 'DATE_TIME' });
  });

  it('reads local time as Asia/Shanghai does, summer time of 1986–1991 too', () => {
    const zone = new Intl.DateTimeFormat('sv-SE', {
      timeZone: 'Asia/Shanghai',
      dateStyle: 'short',
      timeStyle: 'medium',
    });
    const from1902 = fc.date({ min: new Date('1902-01-01Z'), max: new Date('2100-01-01Z'), noInvalidDate: true });
    fc.assert(
      fc.property(from1902, (date) => {
        const local = zone.format(date);
        // In the hour that summer time repeats, two instants have the same local time: either is a right answer.
        expect(zone.format(new Date(must(parseDateTime(local))))).toBe(local);
      }),
    );
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => typeof parseDateTime(text).ok === 'boolean'));
  });
});

describe('checkDateTime', () => {
  it('round-trips every millisecond in every offset', () => {
    fc.assert(
      fc.property(instants, offsets, (date, minutes) => {
        const wall = new Date(date.getTime() + minutes * 60_000).toISOString().slice(0, -1);
        const hour = String(Math.floor(Math.abs(minutes) / 60)).padStart(2, '0');
        const minute = String(Math.abs(minutes) % 60).padStart(2, '0');
        const text = `${wall}${minutes < 0 ? '-' : '+'}${hour}:${minute}`;
        expect(must(checkDateTime(text))).toBe(date.toISOString());
        expect(must(checkDateTime(date.toISOString()))).toBe(date.toISOString());
      }),
    );
  });

  it.each([
    '2024-02-30T00:30:00.000Z',
    '2024-03-31T24:30:00.000Z',
    '2024-03-31T00:60:00.000Z',
    '2024-03-31T00:30:00.0x0Z',
  ])('refuses %s, though it looks printed', (text) => {
    expect(checkDateTime(text)).toMatchObject({ ok: false, rule: 'DATE_TIME' });
  });

  it('asks for the offset that input must carry', () => {
    expect(checkDateTime('2024-03-31T08:30:00')).toMatchObject({ ok: false, en: expect.stringContaining('+08:00') });
  });
});

it('prints a Date and the text of PostgreSQL alike', () => {
  expect(DateTime.serialize(new Date('2024-03-31T00:30:00Z'))).toBe('2024-03-31T00:30:00.000Z');
  expect(DateTime.serialize('2024-03-31 08:30:00+08')).toBe('2024-03-31T00:30:00.000Z');
  expect(() => DateTime.serialize(new Date(NaN))).toThrow('is not a string');
});

import { CITY } from '../city.js';
import { addressOf } from '../names/places.js';
import { HANDOVER } from '../calendar.js';
import { type AgencyKindLetter, CITY_AGENCIES, COUNTY_AGENCIES, SUCCESSIONS } from './agency-table.js';
import { COUNTY_BECAME_DISTRICT, COUNTY_PLACES, type Place, regionCodeOn, regionNameOn } from './regions.js';
import type { UsccSource } from './usccs.js';

export interface Agency {
  readonly id: string;
  /** What it is for, such as 'edu'; the same through renamings. */
  readonly key: string;
  readonly place: Place;
  readonly uscc: string;
  readonly name: string;
  readonly shortName: string;
  readonly nameEn: string;
  readonly kind: '政府部门' | '派出机构' | '公共企事业单位' | '群团组织';
  readonly level: '市级' | '县级';
  readonly budgetUnit: string;
  readonly enforces: boolean;
  readonly penalises: boolean;
  readonly from: string;
  /** First day on which it is gone, blank = still there. */
  readonly to: string;
  readonly regionCode: string;
  readonly address: string;
  readonly phone: string;
  readonly parentId: string;
}

export interface Succession {
  readonly id: string;
  readonly predecessor: Agency;
  readonly successor: Agency;
  readonly on: string;
  readonly kind: string;
  readonly basis: string;
}

const KINDS = { D: '政府部门', B: '派出机构', P: '公共企事业单位', G: '群团组织' } as const;
// Second character of the code: 机关, 事业单位, 群众团体.
const CATEGORY: Readonly<Record<AgencyKindLetter, string>> = { D: '1', B: '1', P: '2', G: '3' };
const PARENTS: Readonly<Record<string, string>> = {
  works: 'housing',
  trading: 'tender',
  hospital: 'health',
  hospital2: 'health',
  school: 'edu',
  college: 'edu',
  library: 'culture',
};
// Bodies that go back beyond the code list's own start would be older than their region's code.
const COUNTY_SINCE = '2010-06-01';

/** The city's own bodies, past and present, and who followed whom. */
export class AgencyRegister {
  readonly all: Agency[] = [];
  readonly successions: Succession[] = [];
  readonly #usccs: UsccSource;

  constructor(usccs: UsccSource, extraInstitutions: number) {
    this.#usccs = usccs;
    for (const [key, name, shortName, nameEn, kind, from, to, flags] of CITY_AGENCIES) {
      this.#add({ key, place: 'city', name, shortName, nameEn, kind, from, to, flags });
    }
    for (const place of COUNTY_PLACES) {
      for (const [key, suffix, flags] of COUNTY_AGENCIES) this.#addCounty(key, place, suffix, flags);
    }
    for (let serial = 1; serial <= extraInstitutions; serial++) this.#addInstitution(serial);
    this.#addSuccessions();
  }

  /** The body that does this on that day, if there is one. */
  on(key: string, place: Place, day: string): Agency | undefined {
    return this.all.find((agency) => agency.key === key && agency.place === place && isThere(agency, day));
  }

  /** Who answers for a body on a day: itself while it is there, else whoever followed it. */
  heirOn(agency: Agency, day: string): Agency {
    let heir = agency;
    while (heir.to !== '' && heir.to <= day) {
      const step = this.successions.find(({ predecessor, kind }) => predecessor === heir && kind !== '职能划转');
      if (!step) return heir;
      heir = step.successor;
    }
    return heir;
  }

  /** Bodies that are there from one day through another. */
  throughout(first: string, last: string): Agency[] {
    return this.all.filter((agency) => isThere(agency, first) && isThere(agency, last));
  }

  #addCounty(key: string, place: Place, suffix: string, flags: '' | 'E' | 'EP'): void {
    const spans =
      place === 'muze'
        ? [
            [COUNTY_SINCE, COUNTY_BECAME_DISTRICT],
            [COUNTY_BECAME_DISTRICT, ''],
          ]
        : [[COUNTY_SINCE, '']];
    for (const [from = '', to = ''] of spans) {
      const name = regionNameOn(place, from) + suffix;
      this.#add({ key, place, name, shortName: name, nameEn: '', kind: 'D', from, to, flags });
    }
  }

  #addInstitution(serial: number): void {
    const place = COUNTY_PLACES[serial % COUNTY_PLACES.length] ?? 'city';
    const what = ['中学', '小学', '人民医院', '实验学校'][serial % 4] ?? '小学';
    const name = `${regionNameOn(place, HANDOVER)}第${serial}${what}`;
    const key = `institution-${serial}`;
    this.#add({ key, place, name, shortName: name, nameEn: '', kind: 'P', from: '2015-09-01', to: '', flags: '' });
  }

  #add(row: {
    key: string;
    place: Place;
    name: string;
    shortName: string;
    nameEn: string;
    kind: AgencyKindLetter;
    from: string;
    to: string;
    flags: '' | 'E' | 'EP';
  }): void {
    const serial = this.all.length + 1;
    const { key, place, name, shortName, nameEn, kind, from, to, flags } = row;
    const regionCode = regionCodeOn(place, to === '' ? HANDOVER : from);
    const regionName = regionNameOn(place, to === '' ? HANDOVER : from);
    this.all.push({
      id: `${CITY.jurisdiction}-A${String(serial).padStart(3, '0')}`,
      key,
      place,
      name,
      shortName,
      nameEn,
      from,
      to,
      uscc: this.#usccs.next('1', CATEGORY[kind], regionCodeOn(place, from), from),
      kind: KINDS[kind],
      level: place === 'city' ? '市级' : '县级',
      budgetUnit: String(101 + (serial % 800)).padStart(3, '0') + '001',
      enforces: flags !== '',
      penalises: flags === 'EP',
      regionCode,
      address: addressOf(place === 'city' ? CITY.name : CITY.name + regionName, 2e4 + serial),
      phone: `0999-${String(21e5 + serial * 37)}`,
      parentId: this.on(PARENTS[key] ?? '', 'city', HANDOVER)?.id ?? '',
    });
  }

  #addSuccessions(): void {
    for (const [before, after, kind, on, basis] of SUCCESSIONS) {
      const predecessor = this.all.find(
        (agency) => agency.key === before && agency.place === 'city' && agency.to === on,
      );
      const successor = this.on(after, 'city', on);
      if (predecessor && successor) this.#succeed(predecessor, successor, kind, on, basis);
    }
    for (const old of this.all.filter((agency) => agency.to === COUNTY_BECAME_DISTRICT)) {
      const renamed = this.on(old.key, old.place, COUNTY_BECAME_DISTRICT);
      if (renamed) this.#succeed(old, renamed, '更名', COUNTY_BECAME_DISTRICT, '民函〔2023〕12号');
    }
  }

  #succeed(predecessor: Agency, successor: Agency, kind: string, on: string, basis: string): void {
    const id = `${CITY.jurisdiction}-S${String(this.successions.length + 1).padStart(3, '0')}`;
    this.successions.push({ id, predecessor, successor, on, kind, basis });
  }
}

/** Whether the body exists on that day. */
export function isThere(agency: Agency, day: string): boolean {
  return agency.from <= day && (agency.to === '' || day < agency.to);
}

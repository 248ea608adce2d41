import { addDays } from '../../schema/vocabulary/local-date.js';
import { HANDOVER, drawDay, later } from '../calendar.js';
import { CITY } from '../city.js';
import { brand } from '../names/brands.js';
import { addressOf, placeName } from '../names/places.js';
import type { Random } from '../random.js';
import type { Agency } from './agencies.js';
import { OTHER_PERSONS, type OtherPerson } from './other-persons.js';
import { COUNTY_PLACES, type Place, regionCodeOn, regionNameOn } from './regions.js';
import { TRADES, type Trade } from './trades.js';
import type { UsccSource } from './usccs.js';

export interface LegalPerson {
  readonly uscc: string;
  readonly name: string;
  readonly authority: string;
  readonly type: string;
  readonly status: '存续' | '注销' | '吊销' | '迁出';
  readonly establishedOn: string;
  readonly endedOn: string;
  /** As printed; blank where the form has no capital. */
  readonly capital: string;
  readonly scope: string;
  readonly address: string;
  readonly place: Place;
  readonly industry: string;
  readonly size: '大型' | '中型' | '小型' | '微型' | '';
  /** The trade's key, blank for what is no firm. */
  readonly trade: string;
  readonly phone: string;
}

const FORMS = [
  ['有限责任公司(自然人投资或控股)', 60],
  ['有限责任公司(自然人独资)', 22],
  ['其他有限责任公司', 14],
  ['股份有限公司(非上市、自然人投资或控股)', 4],
] as const;
const STATUSES = [
  ['存续', 91],
  ['注销', 6],
  ['吊销', 1.5],
  ['迁出', 1.5],
] as const;
const PLACES: readonly (readonly [Place, number])[] = [
  ['city', 3],
  ...COUNTY_PLACES.map((place) => [place, 2] as const),
];

/** The share of firms in the register. */
const FIRMS = 0.78;

/** Draws the register of legal persons, one after the other; names, codes and addresses never repeat. */
export class LegalPersonSource {
  readonly #random: Random;
  readonly #usccs: UsccSource;
  readonly #names = new Set<string>();
  #serial = 0;

  constructor(random: Random, usccs: UsccSource) {
    this.#random = random;
    this.#usccs = usccs;
  }

  /** A firm of a drawn trade, or now and then a shop, a cooperative or an association. */
  next(): LegalPerson {
    const random = this.#random;
    if (random.chance(FIRMS)) return this.firm(random.weighted(TRADES.map((trade) => [trade, trade.weight] as const)));
    return this.#other(random.weighted(OTHER_PERSONS.map((kind) => [kind, kind.weight] as const)));
  }

  /** A firm of that trade; a `steady` one is old, in being and of some size, as framework suppliers and platforms are. */
  firm(trade: Trade, steady = false): LegalPerson {
    const random = this.#random;
    const place = random.weighted(PLACES);
    const establishedOn = steady ? drawDay(random, '2003-01-01', '2014-12-31') : this.#establishedOn('2001-03-01');
    const form = random.weighted(FORMS);
    const isPartnership = trade.key === 'accounting';
    const name = this.#unusedName(place, () => random.pick(trade.words) + suffix(form, isPartnership));
    const capital = Math.max(10, Math.round(random.logNormal(trade.capital, 0.9) / 10) * 10);
    return this.#person({
      name,
      place,
      establishedOn,
      department: '9',
      category: '1',
      trade: trade.key,
      industry: trade.industry,
      type: isPartnership ? '普通合伙企业' : form,
      status: steady ? '存续' : random.weighted(STATUSES),
      capital: isPartnership ? '' : this.#printedCapital(capital),
      scope: `${trade.scope}（依法须经批准的项目，经相关部门批准后方可开展经营活动）`,
      size: sizeOf(capital * random.real(0.5, 1.6)),
    });
  }

  /** A state-owned platform company that owns projects and land and sells nothing to the government. */
  platform(name: string, place: Place): LegalPerson {
    this.#names.add(name);
    return this.#person({
      name,
      place,
      establishedOn: '2009-08-18',
      department: '9',
      category: '1',
      trade: 'platform',
      industry: '7212',
      type: '有限责任公司(国有独资)',
      status: '存续',
      capital: '200000(万元)',
      size: '大型',
      scope: '城市基础设施投资、建设与运营，土地整理，国有资产经营管理',
    });
  }

  /** One of the city's own bodies as a legal person. */
  agency(agency: Agency): LegalPerson {
    const type = { 政府部门: '机关', 派出机构: '机关', 公共企事业单位: '事业单位', 群团组织: '群团组织' }[agency.kind];
    return {
      uscc: agency.uscc,
      name: agency.name,
      type,
      place: agency.place,
      address: agency.address,
      phone: agency.phone,
      authority: `${agency.place === 'city' ? CITY.name : regionNameOn(agency.place, HANDOVER)}机构编制委员会办公室`,
      status: agency.to === '' ? '存续' : '注销',
      establishedOn: agency.from,
      endedOn: agency.to,
      capital: '',
      scope: '',
      industry: '9221',
      size: '',
      trade: '',
    };
  }

  #other(kind: OtherPerson): LegalPerson {
    const random = this.#random;
    const place = random.weighted(PLACES);
    const what = random.pick(kind.words);
    const { type, size, industry, registered } = kind;
    return this.#person({
      name: this.#unusedName(place, () => what),
      place,
      establishedOn: this.#establishedOn(kind.since),
      department: registered[0],
      category: registered[1],
      type,
      size,
      trade: '',
      industry,
      capital: kind.hasCapital ? this.#printedCapital(random.int(5, 60) * 10) : '',
      scope: kind.scope(what),
      status: kind.ends ? random.weighted(STATUSES.slice(0, 2)) : '存续',
    });
  }

  #person(row: Omit<LegalPerson, 'uscc' | 'authority' | 'endedOn' | 'address' | 'phone'> & UsccKind): LegalPerson {
    const { department, category, ...person } = row;
    const { place, establishedOn, status } = person;
    const serial = ++this.#serial;
    const home = place === 'city' ? CITY.name : regionNameOn(place, establishedOn);
    const isOver = status === '注销' || status === '吊销';
    return {
      ...person,
      uscc: this.#usccs.next(department, category, regionCodeOn(place, establishedOn), establishedOn),
      authority: `${home}${department === '5' ? '民政局' : '市场监督管理局'}`,
      endedOn: isOver ? drawDay(this.#random, later(addDays(establishedOn, 200), '2016-01-01'), HANDOVER) : '',
      address: addressOf(place === 'city' ? CITY.name : CITY.name + regionNameOn(place, HANDOVER), serial),
      phone: `0999-${5_000_000 + ((serial * 7919) % 4_900_000)}`,
    };
  }

  #establishedOn(first: string): string {
    // Half of all firms are younger than eight years.
    return this.#random.chance(0.5)
      ? drawDay(this.#random, first, '2016-12-31')
      : drawDay(this.#random, '2017-01-01', '2024-06-30');
  }

  #unusedName(place: Place, ending: () => string): string {
    const prefix = place === 'city' ? CITY.name : regionNameOn(place, HANDOVER);
    for (let tries = 0; ; tries++) {
      const short = this.#random.chance(0.5) ? prefix : prefix.slice(0, -1);
      // A third syllable once the two-syllable names run out.
      const third = tries > 8 ? placeName(this.#random).slice(0, 1) : '';
      const name = short + brand(this.#random.int(0, 1_000_000)) + third + ending();
      if (this.#names.has(name)) continue;
      this.#names.add(name);
      return name;
    }
  }

  #printedCapital(wan: number): string {
    return this.#random.weighted([
      [`${wan}(万元)`, 70],
      [`${wan}万元人民币`, 28],
      [`${Math.max(10, Math.round(wan / 7))}万美元`, 2],
    ]);
  }
}

interface UsccKind {
  readonly department: string;
  readonly category: string;
}

function suffix(form: string, isPartnership: boolean): string {
  if (isPartnership) return '（普通合伙）';
  return form.startsWith('股份') ? '股份有限公司' : '有限公司';
}

function sizeOf(capital: number): LegalPerson['size'] {
  if (capital > 12_000) return '大型';
  if (capital > 3_000) return '中型';
  return capital > 300 ? '小型' : '微型';
}

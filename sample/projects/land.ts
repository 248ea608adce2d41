import { addDays } from '../../schema/vocabulary/local-date.js';
import { HANDOVER, drawDay } from '../calendar.js';
import { CITY } from '../city.js';
import { type Fen, fenOf } from '../fen.js';
import { placeName } from '../names/places.js';
import type { Random } from '../random.js';
import type { Agency } from '../registry/agencies.js';
import type { LegalPerson } from '../registry/legal-persons.js';
import { COUNTY_PLACES, type Place, regionCodeOn, regionNameOn } from '../registry/regions.js';

/** A result of land supply, as the land register prints it. */
export interface Land {
  landNo: string;
  regionCode: string;
  readonly regionName: string;
  readonly title: string;
  /** Blank when the register does not print it. */
  readonly projectCode: string;
  readonly location: string;
  /** Square metres; printed in hectares. */
  squareMetres: number;
  readonly source: string;
  readonly use: string;
  readonly method: '划拨' | '挂牌出让' | '拍卖出让' | '招标出让' | '协议出让';
  readonly years: string;
  readonly industry: string;
  readonly grade: string;
  /** null for land that was allocated. */
  price: Fen | null;
  instalments: Instalment[];
  holder: Agency | LegalPerson;
  readonly plotRatio: readonly [string, string];
  signedOn: string;
  handoverOn: string;
  startOn: string;
  completionOn: string;
  readonly actualStart: string;
  readonly actualCompletion: string;
  readonly approvedBy: string;
}

export interface Instalment {
  readonly on: string;
  amount: Fen;
}

interface Use {
  readonly use: string;
  readonly industry: string;
  readonly years: string;
  /** Yuan per square metre, median. */
  readonly unitPrice: number;
  readonly plotRatio: readonly [number, number];
  readonly trade: string;
  readonly what: string;
}

const USES: readonly (readonly [Use, number])[] = [
  [
    {
      use: '工业用地',
      industry: '制造业',
      years: '50',
      unitPrice: 320,
      plotRatio: [1, 2],
      trade: 'manufacture',
      what: '生产基地',
    },
    50,
  ],
  [
    {
      use: '普通商品住房用地',
      industry: '房地产业',
      years: '70',
      unitPrice: 3600,
      plotRatio: [1, 2.2],
      trade: 'realestate',
      what: '住宅小区',
    },
    28,
  ],
  [
    {
      use: '商服用地',
      industry: '批发和零售业',
      years: '40',
      unitPrice: 2100,
      plotRatio: [1, 3],
      trade: 'trade',
      what: '商业综合体',
    },
    14,
  ],
  [
    {
      use: '仓储用地',
      industry: '仓储业',
      years: '50',
      unitPrice: 280,
      plotRatio: [0.8, 1.6],
      trade: 'logistics',
      what: '物流园',
    },
    8,
  ],
];
const METHODS = [
  ['挂牌出让', 78],
  ['拍卖出让', 10],
  ['协议出让', 9],
  ['招标出让', 3],
] as const;
const GRADES = ['一级', '二级', '三级', '四级', '五级', '未评估地区'] as const;

/** Draws land supply results and numbers them by region and year. */
export class LandSource {
  readonly #random: Random;
  readonly #serials = new Map<string, number>();

  constructor(random: Random) {
    this.#random = random;
  }

  /** Land granted for a price to a firm, for nothing the city builds. */
  granted(holderOf: (trade: string) => LegalPerson): Land {
    const random = this.#random;
    const use = random.weighted(USES);
    const signedOn = drawDay(random, '2022-01-05', '2024-12-28');
    const squareMetres = Math.round(random.logNormal(32_000, 0.8));
    const price = fenOf(squareMetres * random.logNormal(use.unitPrice, 0.3), 10_000);
    const holder = holderOf(use.trade);
    const [least, most] = use.plotRatio;
    return {
      ...this.#base(random.pick(COUNTY_PLACES), signedOn, 'B', squareMetres),
      title: `${holder.name.replace(/(股份)?有限公司$/, '')}${placeName(random)}${use.what}`,
      projectCode: '',
      holder,
      price,
      use: use.use,
      industry: use.industry,
      years: use.years,
      method: random.weighted(METHODS),
      instalments: this.#instalments(price, signedOn),
      plotRatio: [least.toFixed(2), (most + random.int(0, 4) / 10).toFixed(2)],
    };
  }

  /** Land allocated without price for a project of the city. */
  allocated(project: ProjectLand): Land {
    return {
      ...this.#base(project.place, project.signedOn, 'A', Math.round(this.#random.logNormal(18e3, 0.6))),
      title: project.title,
      projectCode: project.code,
      holder: project.holder,
      price: null,
      method: '划拨',
      years: '',
      use: project.use,
      industry: project.industry,
      instalments: [],
      plotRatio: ['', ''],
    };
  }

  #base(place: Place, signedOn: string, letter: 'A' | 'B', squareMetres: number) {
    const random = this.#random;
    const regionCode = regionCodeOn(place, signedOn);
    const regionName = regionNameOn(place, signedOn);
    const key = regionCode + signedOn.slice(0, 4) + letter;
    const serial = (this.#serials.get(key) ?? 0) + 1;
    this.#serials.set(key, serial);
    const handoverOn = addDays(signedOn, random.int(10, 90));
    const startOn = addDays(handoverOn, random.int(30, 270));
    const completionOn = addDays(startOn, random.int(360, 1080));
    const started = addDays(startOn, -random.int(0, 25));
    const completed = addDays(completionOn, -random.int(0, 40));
    return {
      landNo: `${key}${String(serial).padStart(5, '0')}`,
      regionCode,
      regionName,
      squareMetres,
      signedOn,
      location: `${regionName}${placeName(random)}路以${random.pick(['东', '西'])}、${placeName(random)}路以${random.pick(['南', '北'])}`,
      source: random.weighted([
        ['新增建设用地', 35],
        ['新增建设用地(来自存量库)', 30],
        ['现有建设用地', 35],
      ] as const),
      grade: random.pick(GRADES),
      handoverOn,
      startOn,
      completionOn,
      approvedBy: `${CITY.name}人民政府`,
      actualStart: started <= HANDOVER ? started : '',
      actualCompletion: completed <= HANDOVER ? completed : '',
    };
  }

  #instalments(price: Fen, signedOn: string): Instalment[] {
    const random = this.#random;
    if (random.chance(0.45)) return [{ on: addDays(signedOn, 30), amount: price }];
    const first = fenOf((price / 100) * random.pick([0.5, 0.6, 0.7]), 100);
    return [
      { on: addDays(signedOn, 30), amount: first },
      { on: addDays(signedOn, random.pick([90, 180, 360])), amount: price - first },
    ];
  }
}

export interface ProjectLand {
  readonly place: Place;
  readonly signedOn: string;
  readonly title: string;
  readonly code: string;
  readonly holder: Agency | LegalPerson;
  readonly use: string;
  readonly industry: string;
}

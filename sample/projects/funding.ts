import { type Fen, fenOf } from '../fen.js';
import type { Random } from '../random.js';
import type { Agency } from '../registry/agencies.js';
import type { LegalPerson } from '../registry/legal-persons.js';
import { regionNameOn } from '../registry/regions.js';
import { HANDOVER } from '../calendar.js';
import type { Funding } from './project.js';

const MIXES: readonly (readonly [readonly (readonly [Funding['kind'], number])[], number])[] = [
  [[['财政资金', 1]], 35],
  [
    [
      ['财政资金', 0.4],
      ['专项债券', 0.6],
    ],
    25,
  ],
  [
    [
      ['财政资金', 0.2],
      ['专项债券', 0.5],
      ['银行贷款', 0.3],
    ],
    12,
  ],
  [
    [
      ['财政资金', 0.3],
      ['银行贷款', 0.7],
    ],
    10,
  ],
  [
    [
      ['财政资金', 0.5],
      ['自筹资金', 0.5],
    ],
    13,
  ],
  [
    [
      ['财政资金', 0.8],
      ['其他', 0.2],
    ],
    5,
  ],
];

/** Where the money comes from; the parts sum to the total. */
export function drawFunding(random: Random, total: Fen, authority: Agency, owner: Agency | LegalPerson): Funding[] {
  const mix = random.weighted(MIXES);
  let left = total;
  return mix.map(([kind, share], at): Funding => {
    const isLast = at === mix.length - 1;
    const amount = isLast ? left : fenOf((total / 100) * share * random.real(0.85, 1.05), 10_000);
    left -= amount;
    return { kind, amount, provider: providerOf(kind, authority, owner) };
  });
}

function providerOf(kind: string, authority: Agency, owner: Agency | LegalPerson): string {
  switch (kind) {
    case '财政资金':
      return `${regionNameOn(authority.place, HANDOVER)}财政局`;
    case '专项债券':
      return '省财政厅转贷';
    case '银行贷款':
      return '项目贷款银行';
    case '自筹资金':
      return owner.name;
    default:
      return '上级补助';
  }
}

import type { LegalPerson } from './legal-persons.js';

/** A kind of legal person that is no firm: shops, cooperatives, and what the civil affairs bureau registers. */
export interface OtherPerson {
  readonly weight: number;
  /** First two characters of its code. */
  readonly registered: readonly [department: string, category: string];
  readonly type: string;
  readonly since: string;
  readonly words: readonly string[];
  readonly industry: string;
  readonly size: LegalPerson['size'];
  readonly hasCapital: boolean;
  /** Whether its register ever shows it as ended. */
  readonly ends: boolean;
  readonly scope: (what: string) => string;
}

const byCharter = (): string => '按章程开展活动';
const civil = {
  since: '2006-01-01',
  industry: '9521',
  size: '',
  hasCapital: false,
  ends: false,
  scope: byCharter,
} as const;

export const OTHER_PERSONS: readonly OtherPerson[] = [
  {
    weight: 12,
    registered: ['9', '2'],
    type: '个体工商户',
    since: '2008-01-01',
    words: ['便利店', '五金经营部', '餐馆', '文具店', '农资经营部', '图文广告店', '汽车修理厂'],
    industry: '5219',
    size: '微型',
    hasCapital: false,
    ends: true,
    scope: (what) => `${what}经营`,
  },
  {
    weight: 5,
    registered: ['9', '3'],
    type: '农民专业合作社',
    since: '2008-01-01',
    words: ['蔬菜种植专业合作社', '水产养殖专业合作社', '粮食种植专业合作社', '果品专业合作社', '农机服务专业合作社'],
    industry: '0141',
    size: '微型',
    hasCapital: true,
    ends: true,
    scope: (what) => `组织成员开展${what.replace('专业合作社', '')}`,
  },
  { ...civil, weight: 2, registered: ['5', '1'], type: '社会团体', words: ['行业协会', '商会'] },
  { ...civil, weight: 2, registered: ['5', '2'], type: '民办非企业单位', words: ['社会工作服务中心', '幼儿园'] },
  { ...civil, weight: 1, registered: ['5', '3'], type: '基金会', words: ['公益基金会'] },
];

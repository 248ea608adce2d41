import { addDays, daysBetween } from '../../schema/vocabulary/local-date.js';
import { FIRST_DAY, LAST_DAY, workdayFrom } from '../calendar.js';
import { thresholdsOn } from '../city.js';
import { type Fen, fenOf } from '../fen.js';
import { authorityOn } from '../projects/draw-project.js';
import { otherwisePrinted } from '../projects/printed-title.js';
import type { Project } from '../projects/project.js';
import type { Random } from '../random.js';
import { type Agency, type AgencyRegister, isThere } from '../registry/agencies.js';
import type { Category } from './catalogue.js';
import { itemCode } from './catalogue.js';
import type { ProcessSource } from './draw-process.js';
import { performByProgress } from './pay-by-progress.js';
import type { Method, Process, ProjectLink } from './process.js';
import type { SplitGuard } from './split-guard.js';

/** A purchase that a project needs. */
export interface Need {
  readonly category: Category;
  readonly code: string;
  readonly what: string;
  /** What follows the project's title in the tender's. */
  readonly suffix: string;
  readonly trade: string;
  readonly partnerTrade: string;
  readonly budget: Fen;
  /** Days after the start on which it is tendered. */
  readonly after: number;
  readonly parts: number;
}

interface Room {
  readonly random: Random;
  readonly agencies: AgencyRegister;
  readonly processes: ProcessSource;
  readonly guard: SplitGuard;
  /** Whether the next works tender that prints no code also words the title so that only a person can link it. */
  readonly wantsManualLink: (project: Project) => boolean;
}

const BEFORE = 55;
const AFTER = 110;
/** The shortest time from a notice to the end of the project in which a contract still makes sense. */
const SHORTEST = 130;

/** Draws what an investment project buys: never more together than the project may cost. */
export class ProjectPurchases {
  readonly #room: Room;

  constructor(room: Room) {
    this.#room = room;
  }

  /** Every purchase of a started project that was announced in the sample's years. */
  drawFor(project: Project): Process[] {
    if (project.actualStart === '') return [];
    return needsOf(this.#room.random, project).flatMap((need) => this.drawNeed(project, need));
  }

  /** One purchase, or none when its time lies outside the sample, or would look like a split. */
  drawNeed(project: Project, need: Need): Process[] {
    const { random, guard, processes, agencies } = this.#room;
    const noticeOn = workdayFrom(addDays(project.start, need.after));
    if (noticeOn < FIRST_DAY || noticeOn > LAST_DAY || daysBetween(noticeOn, project.end) < SHORTEST) return [];
    const thresholds = thresholdsOn(noticeOn);
    const buyer = this.#buyer(project, noticeOn);
    const limit = need.category === 'works' ? thresholds.openTenderWorks : thresholds.openTender;
    const isSmall = need.budget < limit;
    if (!buyer || need.budget < thresholds[need.category]) return [];
    if (isSmall && !guard.allows(buyer.id, [need.code], noticeOn)) return [];
    if (isSmall) guard.note(buyer.id, [need.code], noticeOn);
    const link = this.#link(project, need);
    const method: Method = isSmall ? '竞争性磋商' : '公开招标';
    return [
      processes.draw({
        title: this.#title(project, need, link),
        description: `${project.title}所需${need.what}`,
        category: need.category,
        method,
        buyer,
        place: project.place,
        noticeOn,
        trade: need.trade,
        partnerTrade: need.partnerTrade,
        project: link,
        payerOn: (day) => agencies.heirOn(buyer, day),
        lots: linesOf(need),
        perform: (start) => performByProgress(random, start, project, need.category),
      }),
    ];
  }

  #buyer(project: Project, noticeOn: string): Agency | undefined {
    const { random, agencies } = this.#room;
    const authority = authorityOn(agencies, project.kind, project.authority.place, noticeOn);
    const centre = agencies.on('works', 'city', noticeOn);
    const byCentre = project.authority.place === 'city' && project.kind.trade !== 'itsystems' && random.chance(0.45);
    const wished = byCentre && centre ? [centre, authority] : [authority];
    return wished.find(
      (agency) => isThere(agency, addDays(noticeOn, -BEFORE)) && isThere(agency, addDays(noticeOn, AFTER)),
    );
  }

  #link(project: Project, need: Need): ProjectLink {
    const isPrinted = this.#room.random.chance(need.category === 'works' ? 0.75 : 0.9);
    const isManual = !isPrinted && need.category === 'works' && this.#room.wantsManualLink(project);
    const printed = isPrinted ? 'CODE' : isManual ? 'MANUAL' : 'TITLE';
    return { code: project.code, title: project.title, printed };
  }

  #title(project: Project, need: Need, link: ProjectLink): string {
    switch (link.printed) {
      case 'CODE':
      case 'NONE':
        return project.title + need.suffix;
      case 'TITLE':
        return otherwisePrinted(this.#room.random, project.title) + need.suffix;
      case 'MANUAL':
        return `${project.name}片区${need.what}总承包`;
    }
  }
}

function linesOf(need: Need) {
  return Array.from({ length: need.parts }, (_, at) => {
    const what = need.parts > 1 ? `${need.what}（${at + 1}标段）` : need.what;
    return [{ code: need.code, what, unit: '项', quantity: 1, price: fenOf(need.budget / 100 / need.parts, 1000) }];
  });
}

/** Shares of the total that sum to at most 0.93, changes of contracts not counted. */
function needsOf(random: Random, project: Project): Need[] {
  const { total, kind, start, end } = project;
  const days = daysBetween(start, end);
  const of = (least: number, most: number): Fen => fenOf((total / 100) * random.real(least, most), 1000);
  const needs: Need[] = [];
  const service = { category: 'services', partnerTrade: '', parts: 1 } as const;
  if (kind.works !== '' && random.chance(0.75)) {
    const design = {
      code: itemCode('C030102'),
      what: '工程设计',
      suffix: random.pick(['设计', '勘察设计', '施工图设计']),
      trade: 'design',
    };
    needs.push({ ...service, ...design, budget: of(0.018, 0.03), after: random.int(2, 8) });
  }
  if (kind.works !== '' && random.chance(0.7)) {
    const watch = {
      code: itemCode('C030201'),
      what: '工程监理',
      suffix: random.pick(['监理', '工程监理', '监理服务']),
      trade: 'supervision',
    };
    needs.push({ ...service, ...watch, budget: of(0.01, 0.02), after: random.int(10, 25) });
  }
  needs.push(mainNeed(random, project, of(0.6, 0.72)));
  if (kind.equipment && random.chance(0.5)) {
    const [item, what, trade] = kind.equipment;
    const bought = {
      category: 'goods',
      code: item,
      what,
      suffix: `${what}采购`,
      trade,
      partnerTrade: '',
      parts: 1,
    } as const;
    needs.push({ ...bought, budget: of(0.04, 0.08), after: Math.round(days * random.real(0.35, 0.45)) });
  }
  if (kind.works !== '' && random.chance(0.3)) {
    const green = {
      category: 'works',
      code: itemCode('B020502'),
      what: '附属绿化施工',
      suffix: '附属绿化施工',
    } as const;
    needs.push({
      ...green,
      trade: 'landscape',
      partnerTrade: '',
      parts: 1,
      budget: of(0.05, 0.08),
      after: Math.round(days * random.real(0.4, 0.5)),
    });
  }
  return needs;
}

function mainNeed(random: Random, { kind, total }: Project, budget: Fen): Need {
  const parts = total > 120_000_000_00 && random.chance(0.35) ? 2 : 1;
  const after = random.int(8, 25);
  if (kind.works === '') {
    const system = {
      category: 'services',
      code: itemCode('C020201'),
      what: '信息系统集成实施',
      suffix: '集成实施',
    } as const;
    return { ...system, trade: kind.trade, partnerTrade: 'software', budget, after, parts: 1 };
  }
  const partnerTrade = total > 80_000_000_00 ? 'fitout' : '';
  const suffix = random.pick(['施工', '施工总承包', '（施工）']);
  return {
    category: 'works',
    code: itemCode(kind.works),
    what: '工程施工',
    suffix,
    trade: kind.trade,
    partnerTrade,
    budget,
    after,
    parts,
  };
}

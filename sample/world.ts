import { Plan } from './anomalies/plan.js';
import { HANDOVER } from './calendar.js';
import { ProcessSource } from './procurement/draw-process.js';
import { Market } from './procurement/market.js';
import { type Misconduct, drawMisconduct } from './procurement/misconduct.js';
import { ProjectPurchases } from './procurement/project-purchases.js';
import { SplitGuard } from './procurement/split-guard.js';
import { StandaloneSource } from './procurement/standalone.js';
import { ProjectSource } from './projects/draw-project.js';
import { LandSource } from './projects/land.js';
import { randomStream } from './random.js';
import { type Agency, AgencyRegister } from './registry/agencies.js';
import { type LegalPerson, LegalPersonSource } from './registry/legal-persons.js';
import { TRADES } from './registry/trades.js';
import { UsccSource } from './registry/usccs.js';
import { yuan } from './fen.js';

const PERSONS = 3000;
const MISCONDUCTS = 20;
const AGENTS = 24;
/** Old, solid firms that each trade has at any scale, so that there are always bidders and buyers of land. */
const STEADY = 10;
const INSTITUTIONS = 20;

/** Everything that exists before the first day: bodies, firms, who is barred, and the sources of what happens. */
export interface World {
  readonly plan: Plan;
  readonly agencies: AgencyRegister;
  readonly persons: readonly LegalPerson[];
  readonly agents: readonly (Agency | LegalPerson)[];
  readonly platforms: readonly LegalPerson[];
  readonly misconducts: readonly Misconduct[];
  readonly market: Market;
  readonly lands: LandSource;
  readonly projects: ProjectSource;
  readonly processes: ProcessSource;
  readonly guard: SplitGuard;
  readonly projectPurchases: ProjectPurchases;
  readonly standalone: StandaloneSource;
}

export function createWorld(seed: number, scale: number): World {
  const stream = (name: string) => randomStream(seed, name);
  const plan = new Plan(stream('plan'), scale);
  const usccs = new UsccSource(stream('usccs'));
  const agencies = new AgencyRegister(usccs, Math.max(0, Math.round((scale - 1) * INSTITUTIONS)));
  const { persons, platforms, agents } = drawPersons(seed, scale, usccs, agencies);
  const market = new Market(
    stream('market'),
    persons,
    TRADES.map(({ key }) => key),
  );
  const centre = must(agencies.on('trading', 'city', HANDOVER));
  const supervisorOn = (day: string): Agency => must(agencies.on('finance', 'city', day));
  const misconducts = drawMisconduct(Math.max(MISCONDUCTS, Math.round(scale * MISCONDUCTS)), {
    random: stream('misconduct'),
    market,
    agents,
    issuerOn: supervisorOn,
    buyers: agencies.throughout('2021-01-01', HANDOVER).filter(({ kind }) => kind === '政府部门'),
  });
  const lands = new LandSource(stream('land'));
  const guard = new SplitGuard();
  const processes = new ProcessSource(stream('processes'), market, agents, centre);
  const shared = { agencies, processes, guard };
  return {
    plan,
    agencies,
    persons,
    platforms,
    misconducts,
    market,
    lands,
    processes,
    guard,
    agents: [centre, ...agents],
    projects: new ProjectSource({
      random: stream('projects'),
      agencies,
      platforms,
      lands,
    }),
    projectPurchases: new ProjectPurchases({
      ...shared,
      random: stream('project-purchases'),
      wantsManualLink: () => plan.takes('MANUAL_LINK'),
    }),
    standalone: new StandaloneSource({
      ...shared,
      random: stream('standalone'),
      methodAfterFailure: (failed) => {
        if (!plan.takes('DIRECT_AFTER_FAILURE')) return '公开招标';
        plan.note({
          rule: 'T10',
          kind: 'DIRECT_AFTER_FAILURE',
          zh: '公开招标废标后改为单一来源采购',
          en: 'After a failed open tender the purchase was made from a single source',
          keys: {
            failedOcid: failed.ocid,
            buyer: failed.buyer.id,
            title: failed.title,
          },
          amounts: { budget: yuan(failed.lots.reduce((sum, { budget }) => sum + budget, 0)) },
        });
        return '单一来源采购';
      },
    }),
  };
}

function drawPersons(seed: number, scale: number, usccs: UsccSource, agencies: AgencyRegister) {
  const source = new LegalPersonSource(randomStream(seed, 'legal-persons'), usccs);
  const platforms = ['阳光市城市建设投资集团有限公司', '阳光市交通投资集团有限公司', '阳光市水务集团有限公司'].map(
    (name) => source.platform(name, 'city'),
  );
  const agency = TRADES.find(({ key }) => key === 'agency');
  const agents = agency ? Array.from({ length: AGENTS }, () => source.firm(agency, true)) : [];
  const steady = TRADES.flatMap((trade) =>
    trade === agency ? [] : Array.from({ length: STEADY }, () => source.firm(trade, true)),
  );
  const bodies = agencies.all.map((each) => source.agency(each));
  const first = [...bodies, ...platforms, ...agents, ...steady];
  const rest = Array.from({ length: Math.max(0, Math.round(scale * PERSONS) - first.length) }, () => source.next());
  return { persons: [...first, ...rest], platforms, agents };
}

function must<T>(found: T | undefined): T {
  if (found === undefined) throw new RangeError('the city lacks a body that it needs');
  return found;
}

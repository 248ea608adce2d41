import { addDays } from '../../schema/vocabulary/local-date.js';
import { FIRST_DAY, HANDOVER, LAST_DAY, drawDay, workdayFrom } from '../calendar.js';
import { fenOf } from '../fen.js';
import { placeName } from '../names/places.js';
import type { Random } from '../random.js';
import { type Agency, type AgencyRegister, isThere } from '../registry/agencies.js';
import type { LegalPerson } from '../registry/legal-persons.js';
import { COUNTY_PLACES, type Place, regionCodeOn, regionNameOn } from '../registry/regions.js';
import { drawFunding } from './funding.js';
import type { LandSource } from './land.js';
import { otherwisePrinted } from './printed-title.js';
import { drawReports } from './progress.js';
import { PROJECT_KINDS, type ProjectKind } from './project-kinds.js';
import type { Project } from './project.js';

interface Room {
  readonly random: Random;
  readonly agencies: AgencyRegister;
  readonly platforms: readonly LegalPerson[];
  readonly lands: LandSource;
}

type Times = Pick<Project, 'start' | 'end' | 'actualStart' | 'actualEnd' | 'status' | 'approvedOn'>;

/** Draws investment projects, without their purchases; titles and codes never repeat. */
export class ProjectSource {
  readonly #room: Room;
  readonly #titles = new Set<string>();
  readonly #codes = new Set<string>();
  readonly #documents = new Map<string, number>();

  constructor(room: Room) {
    this.#room = room;
  }

  next(): Project {
    const { random, agencies } = this.#room;
    const kind = random.weighted(PROJECT_KINDS.map((each) => [each, each.weight] as const));
    const times = drawTimes(random, kind);
    const isOfCounty = kind.inCounties && random.chance(0.45);
    const place = isOfCounty ? random.pick(COUNTY_PLACES) : random.pick<Place>(['city', 'city', ...COUNTY_PLACES]);
    const authority = agencies.heirOn(
      authorityOn(agencies, kind, isOfCounty ? place : 'city', times.approvedOn),
      HANDOVER,
    );
    const isPlatforms = !isOfCounty && random.chance(0.2);
    const owner = isPlatforms ? random.pick(this.#room.platforms) : authority;
    const { title, name } = this.#title(kind, place, times.approvedOn);
    const total = fenOf(Math.max(6e6, random.logNormal(kind.median, 0.55)), 10_000);
    const isStarted = times.actualStart !== '';
    const project: Project = {
      ...times,
      title,
      name,
      kind,
      place,
      owner,
      authority,
      total,
      type: typeOf(title),
      processes: [],
      changes: [],
      land: null,
      code: this.#code(kind, place, times.approvedOn),
      legacyCode: random.chance(0.05)
        ? `2020-${regionCodeOn(place, FIRST_DAY)}-${random.int(10, 99)}-03-${random.int(1e5, 999999)}`
        : '',
      description: `${title}，建设内容包括${random.pick([
        '主体工程',
        '主体工程及附属设施',
        '土建、安装及配套工程',
      ])}，${scaleOf(random, kind)}。`,
      approvalNo: this.#document(times.approvedOn),
      publishedOn: addDays(times.approvedOn, random.int(3, 12)),
      location: `${regionNameOn(place, HANDOVER)}${name}片区`,
      longitude: random.chance(0.85) ? random.real(118.2, 118.9).toFixed(5) : '',
      latitude: random.chance(0.85) ? random.real(31.2, 31.8).toFixed(5) : '',
      funding: drawFunding(random, total, authority, owner),
      reports: isStarted
        ? drawReports(random, total, times.actualStart, times.actualEnd || times.end, times.actualEnd !== '')
        : [],
    };
    if (kind.usesLand && isStarted && random.chance(0.85)) project.land = this.#land(project);
    return project;
  }

  #land(project: Project): Project['land'] {
    const { random, lands } = this.#room;
    const { place, owner, kind, approvedOn, actualStart, title, code } = project;
    return lands.allocated({
      place,
      holder: owner,
      signedOn: drawDay(random, approvedOn, addDays(actualStart, -2)),
      use: `${kind.sector}用地`,
      industry: kind.sector,
      title: random.chance(0.25) ? otherwisePrinted(random, title) : title,
      code: random.chance(0.7) ? code : '',
    });
  }

  #title(kind: ProjectKind, place: Place, day: string): { title: string; name: string } {
    const { random } = this.#room;
    for (;;) {
      const name = placeName(random);
      const phase = random.weighted([
        ['', 70],
        ['（一期）', 18],
        ['（二期）', 9],
        ['（三期）', 3],
      ] as const);
      const title = random
        .pick(kind.titles)
        .replace('{r}', regionNameOn(place, day))
        .replace('{n}', name)
        .replace('{p}', phase);
      if (this.#titles.has(title)) continue;
      this.#titles.add(title);
      return { title, name };
    }
  }

  #code(kind: ProjectKind, place: Place, day: string): string {
    const [department, type] = kind.codeParts;
    for (;;) {
      const serial = this.#room.random.int(100_000, 999_999);
      const code = `${day.slice(2, 4)}${day.slice(5, 7)}-${regionCodeOn(place, day)}-${department}-${type}-${serial}`;
      if (this.#codes.has(code)) continue;
      this.#codes.add(code);
      return code;
    }
  }

  #document(day: string): string {
    const year = day.slice(0, 4);
    const serial = (this.#documents.get(year) ?? 0) + 1;
    this.#documents.set(year, serial);
    const [open, close] = this.#room.random.pick([
      ['〔', '〕'],
      ['[', ']'],
      ['（', '）'],
    ] as const);
    return `阳发改审批${open}${year}${close}${serial}号`;
  }
}

/** The body in charge of projects of that kind on a day; 数据 was 大数据's task before 2023-12-20. */
export function authorityOn(agencies: AgencyRegister, kind: ProjectKind, place: Place, day: string): Agency {
  const found =
    agencies.on(kind.agency, place, day) ?? agencies.all.find((each) => each.key === 'bigdata' && isThere(each, day));
  if (!found) throw new RangeError(`nobody is in charge of ${kind.key} on ${day}`);
  return found;
}

function drawTimes(random: Random, kind: ProjectKind): Times {
  const phase = random.weighted([
    ['started', 88],
    ['future', 8],
    ['cancelled', 4],
  ] as const);
  const isStarted = phase === 'started';
  const start = workdayFrom(
    isStarted ? drawDay(random, '2021-11-01', '2024-09-20') : drawDay(random, '2025-03-01', '2025-10-31'),
  );
  const end = addDays(start, random.int(...kind.months) * 30);
  const actualEnd = isStarted && end <= LAST_DAY ? addDays(end, -random.int(0, 20)) : '';
  const approvedOn = isStarted ? addDays(start, -random.int(20, 70)) : drawDay(random, '2023-06-05', '2024-12-10');
  return {
    start,
    end,
    actualEnd,
    approvedOn,
    actualStart: isStarted ? addDays(start, -random.int(0, 10)) : '',
    status:
      phase === 'cancelled' ? '终止' : phase === 'future' ? random.pick(['谋划', '前期'] as const) : stageOf(actualEnd),
  };
}

function stageOf(actualEnd: string): Project['status'] {
  if (actualEnd === '') return '在建';
  return actualEnd < '2024-01-01' ? '运营' : '竣工';
}

function typeOf(title: string): Project['type'] {
  if (/扩建/.test(title)) return '扩建';
  return /改建|改造|提升|加固|整治|修复/.test(title) ? '改建' : '新建';
}

function scaleOf(random: Random, kind: ProjectKind): string {
  if (kind.trade === 'building') return `总建筑面积约${random.int(6, 90) * 1000}平方米`;
  return kind.trade === 'itsystems'
    ? '含平台软件、数据资源和运行环境'
    : `线路及管网总长约${(random.int(8, 240) / 10).toFixed(1)}公里`;
}

import { checkDocNo, docNoYear } from '../../../schema/vocabulary/doc-no.js';
import { parseLocalDate } from '../../../schema/vocabulary/local-date.js';
import { must } from '../../../schema/vocabulary/checked.js';
import { normaliseName } from '../../../schema/vocabulary/name.js';
import { checkProjectCode } from '../../../schema/vocabulary/project-code.js';
import { editionOf } from '../../../schema/vocabulary/region-code.js';
import { checkUscc, usccParts } from '../../../schema/vocabulary/uscc.js';
import { dayOf } from './compiled-release.js';
import { grouped } from './grouped.js';
import type { Findings } from './procurement-rules.js';
import type { Row, Sample } from './read-sample.js';

const cell = (row: Row, head: string): string => row[head] ?? '';

/** Whether a code is in the city's list for that day. */
function existed({ regions }: Sample, code: string, day: string): boolean {
  const edition = editionOf(day);
  return regions.some((row) => {
    const [from, to] = [cell(row, '启用版本'), cell(row, '停用版本')];
    return cell(row, '区划代码') === code && from <= edition && (to === '' || edition < to);
  });
}

const everyUscc = ({ persons, agencies, agents, lands, candidates, complaints, misconducts }: Sample): string[] =>
  [persons, agencies, agents, lands, candidates, complaints, misconducts].flatMap((rows) =>
    rows.flatMap((row) =>
      Object.entries(row).flatMap(([head, text]) => (head.endsWith('统一社会信用代码') && text !== '' ? [text] : [])),
    ),
  );

export const registryRules: Readonly<Record<string, (sample: Sample) => Findings>> = {
  'R01–R04': (sample) => new Set(everyUscc(sample).filter((uscc) => !checkUscc(uscc).ok)),
  R05: (sample) => {
    const wrong = sample.persons.filter((row) => {
      return !existed(sample, usccParts(cell(row, '统一社会信用代码')).region, cell(row, '成立日期'));
    });
    return new Set(wrong.map((row) => cell(row, '统一社会信用代码')));
  },
  R06: ({ persons, processes, lands }) => {
    const names = new Map(persons.map((row) => [cell(row, '统一社会信用代码'), normaliseName(cell(row, '企业名称'))]));
    const parties = processes.flatMap((process) => process.parties);
    const firms = parties.filter(({ identifier }) => identifier.scheme === 'CN-USCC');
    const wrong = firms.filter(({ identifier, name }) => names.get(identifier.id) !== normaliseName(name));
    const holders = lands.filter((row) => {
      const registered = names.get(cell(row, '土地使用权人统一社会信用代码'));
      return registered !== undefined && registered !== normaliseName(cell(row, '土地使用权人'));
    });
    return new Set([
      ...wrong.map(({ identifier }) => identifier.id),
      ...holders.map((row) => cell(row, '土地使用权人统一社会信用代码')),
    ]);
  },
  R06b: ({ persons }) => {
    const groups = grouped(persons, (row) => normaliseName(cell(row, '企业名称')));
    return new Set([...groups].filter(([, rows]) => rows.length > 1).map(([name]) => name));
  },
  R07: (sample) => {
    const { lands, processes, persons, projects, agents } = sample;
    const landDays = lands.map((row) => [cell(row, '行政区代码'), must(parseLocalDate(cell(row, '合同签订日期')))]);
    const partyDays = processes.flatMap(({ parties, date }) =>
      parties.map(({ details }) => [details?.regionCode, dayOf(date)]),
    );
    const registers = [
      ...persons.map((row) => cell(row, '所属区划代码')),
      ...agents.map((row) => cell(row, '所在地区划代码')),
    ];
    const today = [...registers, ...projects.map((row) => cell(row, '行政区划代码'))].map((code) => [
      code,
      '2025-01-20',
    ]);
    // A party is described when it is first named, so its code may be older than the process's last release.
    const known = new Set(sample.regions.map((row) => cell(row, '区划代码')));
    const wrong = [...landDays, ...today].filter(([code = '', day = '']) => !existed(sample, code, day));
    return new Set([...wrong, ...partyDays.filter(([code = '']) => !known.has(code))].map(([code = '']) => code));
  },
  R11: ({ processes, items }) => {
    const codes = new Map(items.map((row) => [cell(row, '品目编码'), cell(row, '类别')]));
    const category = { goods: '货物', works: '工程', services: '服务' };
    const orphans = items.filter((row) => cell(row, '上级编码') !== '' && !codes.has(cell(row, '上级编码')));
    const wrong = processes.filter(({ tender }) =>
      tender.items.some((item) => codes.get(item.classification.id) !== category[tender.mainProcurementCategory]),
    );
    return new Set([...orphans.map((row) => cell(row, '品目编码')), ...wrong.map(({ ocid }) => ocid)]);
  },
  R12: ({ projects }) => {
    const codes = projects.map((row) => cell(row, '项目代码'));
    return new Set(codes.filter((code, at) => !checkProjectCode(code).ok || codes.indexOf(code) !== at));
  },
  R14: ({ projects, changes, complaints, misconducts, successions }) => {
    const columns = [
      ...projects.map((row) => [cell(row, '批复文号'), cell(row, '批复日期')]),
      ...changes.map((row) => [cell(row, '批复文号'), cell(row, '批准日期')]),
      ...complaints.map((row) => [cell(row, '处理决定文号'), cell(row, '处理日期')]),
      ...misconducts.map((row) => [cell(row, '处理决定文号'), cell(row, '处理日期')]),
    ].filter(([docNo]) => docNo !== '');
    const numbers = columns.map(([docNo = '']) => {
      const checked = checkDocNo(docNo);
      return checked.ok ? checked.value : '';
    });
    const wrong = columns.filter(([, day = ''], at) => {
      const number = numbers[at] ?? '';
      return number === '' || docNoYear(number) !== Number(day.slice(0, 4)) || numbers.indexOf(number) !== at;
    });
    const bases = successions.map((row) => cell(row, '依据文号')).filter((docNo) => !checkDocNo(docNo).ok);
    return new Set([...wrong.map(([docNo = '']) => docNo), ...bases]);
  },
  R15: ({ agencies, processes, projects }) => {
    const known = new Map(agencies.map((row) => [cell(row, '机构编号'), row]));
    const isThere = (id: string, day: string): boolean => {
      const row = known.get(id) ?? {};
      const to = cell(row, '停用日期');
      return cell(row, '启用日期') !== '' && cell(row, '启用日期') <= day && (to === '' || day < to);
    };
    const wrong = processes.filter(({ buyer, tender, contracts = [] }) => {
      const signed = contracts.map(({ dateSigned }) => dayOf(dateSigned));
      const payments = contracts.flatMap(({ implementation }) => implementation?.transactions ?? []);
      const days = [dayOf(tender.tenderPeriod.startDate), ...signed];
      return (
        days.some((day) => !isThere(buyer.id, day)) ||
        payments.some(({ payer, date }) => !isThere(payer.id, dayOf(date)))
      );
    });
    const unknown = projects.filter((row) => !known.has(cell(row, '主管部门机构编号')));
    return new Set([...wrong.map(({ ocid }) => ocid), ...unknown.map((row) => cell(row, '项目代码'))]);
  },
  'every firm is in the register': ({ persons, processes, lands, misconducts, candidates }) => {
    const known = new Set(persons.map((row) => cell(row, '统一社会信用代码')));
    const parties = processes.flatMap(({ parties: named }) => named.map(({ identifier }) => identifier));
    const usccs = parties.filter(({ scheme }) => scheme === 'CN-USCC').map(({ id }) => id);
    const rows = [...misconducts, ...candidates].map((row) => cell(row, '统一社会信用代码'));
    const holders = lands.map((row) => cell(row, '土地使用权人统一社会信用代码'));
    return new Set([...usccs, ...rows, ...holders].filter((uscc) => uscc !== '' && !known.has(uscc)));
  },
  'every winner is in being and old enough': ({ persons, processes }) => {
    const known = new Map(persons.map((row) => [`CN-USCC-${cell(row, '统一社会信用代码')}`, row]));
    const winners = processes.flatMap(({ awards = [] }) =>
      awards.flatMap(({ suppliers = [], date }) => suppliers.map(({ id }) => ({ row: known.get(id) ?? {}, id, date }))),
    );
    const wrong = winners.filter(
      ({ row, date }) => cell(row, '登记状态') !== '存续' || cell(row, '成立日期') >= dayOf(date),
    );
    return new Set(wrong.map(({ id }) => id));
  },
};

/** R14: number of an official document: form, year in the bracket, and not the number of another record. */
import { modelOf, type Class } from '../model/entity-model.js';
import { defineRule, type Rule } from './define-rule.js';
import { judged } from './judged.js';

/** Where an entity holds a document number; the alias of its row is `s`. */
export interface DocumentPlace {
  readonly entity: Class;
  readonly column: string;
  readonly field: string;
  readonly key: string;
  /** Column of the day of the document; its year is the one in the bracket. */
  readonly day?: string;
  /** Column that several records of one document share; another value with the same number is a duplicate. */
  readonly whole?: string;
  /** A blank means that there is no document, so there is nothing to judge. */
  readonly blankIsNone?: boolean;
  readonly agency?: string;
}

const NUMBERED = '^[^〔〕]{1,60}〔([0-9]{4})〕第?[0-9A-Za-z]{1,12}(-[0-9A-Za-z]{1,8}){0,3}号$';
const ORDER = '^[^〔〕]{1,60}(令|公告)([0-9]{4}年)?第?[0-9〇零一二三四五六七八九十百千]{1,12}号$';

export function documentRule(place: DocumentPlace): Rule {
  const number = `s.${place.column}`;
  const key = `s.${place.key}`;
  const name = modelOf(place.entity).name;
  const day = place.day === undefined ? undefined : `s.${place.day}`;
  const isOfYear = day === undefined ? 'true' : `(n.year is null or n.year = to_char(${day}, 'YYYY'))`;
  const isAlone = place.whole === undefined ? 'true' : 'd.jurisdiction is null';
  return defineRule({
    id: 'R14',
    severity: 'W',
    zh: '文号写法规范，括号中的年份与日期相符，且不与其他记录重复',
    en: 'A document number is well formed, its year is that of the date, and no other record has it',
    remedy: '与文件原件核对文号和日期 / compare number and date with the document itself',
    source: 'GB/T 9704-2012 §7.2.5',
    entity: place.entity,
    reads: [place.entity],
    ...(place.whole === undefined && { alone: true }),
    sql: (t) =>
      judged({
        from: `${t(place.entity)} s ${
          place.whole === undefined
            ? ''
            : `left join (select jurisdiction, ${place.column} from ${t(place.entity)} where ${place.column} is not null
                group by 1, 2 having count(distinct ${place.whole}) > 1) d on d.jurisdiction = s.jurisdiction and d.${place.column} = ${number}`
        } cross join lateral (select (regexp_match(${number}, '${NUMBERED}'))[1] as year,
            ${number} ~ '${NUMBERED}' or ${number} ~ '${ORDER}' as is_formed) n`,
        key,
        ...(place.agency !== undefined && { agency: `s.${place.agency}` }),
        applies: `starts_with(s.jurisdiction, 'CN-')${place.blankIsNone ? ` and ${number} is not null` : ''}`,
        known: `${number} is not null`,
        holds: `n.is_formed and ${isAlone} and ${isOfYear}`,
        left: number,
        ...(day !== undefined && { right: day }),
        field: place.field,
        zh: `文号 {${number}}{case when not n.is_formed then '的写法不规范' when not ${isAlone} then '与其他记录重复' else '的年份与日期不符' end}`,
        en: `Document number {${number}} {case when not n.is_formed then 'is not well formed' when not ${isAlone} then 'is that of another record too' else 'is not of the year of its date' end}`,
        operands: [
          { entity: name, key, field: place.field, value: number },
          ...(day !== undefined && place.day !== undefined
            ? [{ entity: name, key, field: camel(place.day), value: day }]
            : []),
        ],
      }),
  });
}

const camel = (column: string): string => column.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

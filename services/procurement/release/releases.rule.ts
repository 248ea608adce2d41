import { defineRule } from '../../../subgraph/check/define-rule.js';
import { judged } from '../../../subgraph/check/judged.js';
import { ContractingProcess } from '../contracting-process/contracting-process.entity.js';
import { Release } from './release.entity.js';

/** The same content handed over twice is stored once; two contents under one id are two releases, of which one is merged. */
export const releaseNeverChanges = defineRule({
  id: 'T11b',
  severity: 'W',
  zh: '同一公告标识只对应一份内容，已发布的公告不得修改',
  en: 'A release id stands for one content: what was released never changes',
  remedy: '更正须用新的公告标识发布 / Publish a correction under a new release id',
  source: 'OCDS 1.1.5 releases：id 在 ocid 内唯一且内容不变 / OCDS 1.1.5: a release is immutable',
  entity: Release,
  reads: [Release, ContractingProcess],
  sql: (t) =>
    judged({
      with: `with known as (
          select r.*, count(*) over same as contents, min(r.id) over same as first_id, min(r.source) over same as first_source
          from ${t(Release)} r window same as (partition by r.ocid, r.release_id, r.compiled))`,
      from: `known r left join ${t(ContractingProcess)} p on p.ocid = r.ocid`,
      key: 'r.id',
      agency: 'p.buyer_agency_id',
      applies: 'not r.compiled',
      known: 'r.release_id is not null',
      // Of several contents the first stays, the others are at fault.
      holds: 'r.contents = 1 or r.id = r.first_id',
      left: 'r.contents',
      right: '1',
      delta: 'r.contents - 1',
      field: 'releaseId',
      zh: '公告{r.release_id}有{r.contents}份不同内容，另一份在{r.first_source}',
      en: 'release {r.release_id} has {r.contents} contents, another one is in {r.first_source}',
      operands: [
        { entity: 'Release', key: 'r.id', field: 'releaseId', value: 'r.release_id' },
        { entity: 'Release', key: 'r.first_id', field: 'releaseId', value: 'r.release_id' },
      ],
    }),
});

/** A cancellation or correction alone says nothing of what is cancelled or corrected. */
export const noticeKnown = defineRule({
  id: 'T14',
  severity: 'E',
  zh: '更正公告、终止公告之前有其所指的采购公告',
  en: 'A correction or cancellation follows a tender notice that is known',
  remedy: '补报采购公告，或更正公告的采购项目编号 / Hand in the tender notice, or correct the ocid of this one',
  source: '财办库〔2020〕50号（更正公告、终止公告格式） / MOF office note 2020/50 on notice formats',
  entity: Release,
  reads: [Release, ContractingProcess],
  sql: (t) =>
    judged({
      with: `with notice as (select ocid, min(released_at) as at, bool_or(released_at is null) as undated
          from ${t(Release)} where 'tender' = any(tags) or compiled group by ocid)`,
      from: `${t(Release)} r left join ${t(ContractingProcess)} p on p.ocid = r.ocid left join notice n on n.ocid = r.ocid`,
      key: 'r.id',
      agency: 'p.buyer_agency_id',
      applies: `r.jurisdiction = ${t.city.jurisdiction} and not r.compiled and (r.tags is null or r.tags && array['tenderAmendment', 'tenderUpdate', 'tenderCancellation'])`,
      known: 'r.tags is not null and (n.ocid is null or (r.released_at is not null and not n.undated))',
      holds: 'n.ocid is not null and n.at <= r.released_at',
      left: 'r.released_at',
      right: 'n.at',
      field: 'tags',
      zh: `{array_to_string(r.tags, '、')}公告{r.release_id}之前没有采购公告`,
      en: `no tender notice before release {r.release_id} ({array_to_string(r.tags, ', ')})`,
      operands: [{ entity: 'Release', key: 'r.id', field: 'tags', value: `array_to_string(r.tags, ',')` }],
    }),
});

import type { Rel } from '@mikro-orm/core';
import { Column, Entity, Key, ToOne } from '../../../subgraph/model/decorators.js';
import { ID, LocalDate, Text } from '../../../subgraph/model/types.js';
import { Award } from '../award/award.entity.js';
import { Contract } from '../contract/contract.entity.js';
import { ContractingProcess } from './contracting-process.entity.js';
import { RowStage } from './row-stage.js';

@Entity({
  table: 'process_document',
  plural: 'processDocuments',
  doc: '采购公告与文件 / Notice or document of a contracting process (OCDS documents)',
  orderBy: ['publishedOn desc'],
})
export class ProcessDocument {
  @Key(ID, '文件条目标识 / Id of the entry') id!: string;
  @Column(Text, '所属辖区 / Jurisdiction whose data this is', {
    required: true,
    filter: true,
    index: true,
    group: true,
  })
  jurisdiction!: string;
  @ToOne(() => ContractingProcess, '所属采购项目 / Contracting process', {
    required: true,
    column: 'ocid',
    group: true,
  })
  process!: Rel<ContractingProcess>;
  @Column(RowStage, '所属环节 / Stage it stands at', { filter: true, group: true }) stage?: string | null;
  @ToOne(() => Award, '所属中标（成交）结果，其他环节为空 / Award it belongs to; null at other stages')
  award?: Rel<Award> | null;
  @ToOne(() => Contract, '所属合同，其他环节为空 / Contract it belongs to; null at other stages')
  contract?: Rel<Contract> | null;
  @Column(ID, '文件编号，按来源所载 / Id of the document as printed (OCDS documents.id)') localId?: string | null;
  @Column(
    Text,
    '文件类型，如 tenderNotice 采购公告、awardNotice 结果公告、contractNotice 合同公告 / Type (OCDS documentType)',
    { filter: true, group: true },
  )
  documentType?: string | null;
  @Column(Text, '标题 / Title', { filter: true, order: true }) title?: string | null;
  @Column(Text, '说明 / Description') description?: string | null;
  @Column(Text, '链接 / Address (URL)') url?: string | null;
  @Column(LocalDate, '发布日期 / Published on (OCDS datePublished)', { filter: true, order: true, group: true })
  publishedOn?: string | null;
  @Column(Text, '文件格式，如 text/html / Format (IANA media type)', { filter: true, group: true })
  format?: string | null;
  @Column(Text, '语言，如 zh / Language (BCP 47)') language?: string | null;
  @Column(Text, '数据来源 / Source the row was read from') source?: string | null;
}

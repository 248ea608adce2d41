import type { Rel } from '@mikro-orm/core';
import { Column, Entity, Key, ToOne } from '../../../subgraph/model/decorators.js';
import { DateTime, ID, Int, Text } from '../../../subgraph/model/types.js';
import { Batch } from './batch.entity.js';

@Entity({
  table: 'rule_run',
  plural: 'ruleRuns',
  doc: '规则核查：一条规则的一次结果 / Run of a rule: what one evaluation gave',
  orderBy: ['at desc'],
  ledger: { at: (run, instant) => `${run}.at <= ${instant}` },
})
export class RuleRun {
  @Key(ID, '编号 / Number') id!: string;
  @Column(ID, '规则编号 / Id of the rule', { required: true, filter: true, group: true }) rule!: string;
  @Column(Text, '服务 / Service', { filter: true, group: true }) service?: string | null;
  @ToOne(() => Batch, '所在批次 / Batch', { columns: { id: 'batch_id' } }) batch?: Rel<Batch> | null;
  @Column(DateTime, '时刻 / Instant', { required: true, filter: true, order: true }) at!: string;
  @Column(Int, '满足 / Rows that satisfy it', { required: true, sum: true }) pass!: number;
  @Column(Int, '不满足 / Rows that do not', { required: true, sum: true }) fail!: number;
  @Column(Int, '无法判断（操作数为空） / Rows of which an operand is blank', { required: true, sum: true })
  uncertain!: number;
  @Column(Int, '不适用 / Rows to which it does not apply', { required: true, sum: true }) notApplicable!: number;
}

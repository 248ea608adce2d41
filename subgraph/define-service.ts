/** A service is what it declares: its entities, what it adds to others' entities, its own resolvers and migrations. */
import type { Constructor } from '@mikro-orm/core';
import type { Migration } from '@mikro-orm/migrations';
import type { Rule } from './check/define-rule.js';
import type { Dataset } from './import/define-dataset.js';
import type { Class } from './model/entity-model.js';

export interface ServiceDefinition {
  /** Also its PostgreSQL schema. */
  readonly name: string;
  /** `中文 / English`. */
  readonly title: string;
  readonly entities: readonly Class[];
  /** Other services' entities to which this one adds fields. */
  readonly stubs: readonly Class[];
  /** Value objects embedded in entities. */
  readonly values: readonly Class[];
  /** TypeGraphQL resolver classes for what is not derived. */
  readonly resolvers: readonly Function[];
  /** What departments hand in, in the order in which one refers to another. */
  readonly datasets: readonly Dataset[];
  /** What is demanded of its rows, within a table and across its tables. */
  readonly rules?: readonly Rule[];
  readonly migrations: readonly { name: string; class: Constructor<Migration> }[];
}

export const defineService = (definition: ServiceDefinition): ServiceDefinition => definition;

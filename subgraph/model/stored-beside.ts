/** Columns that a table has beside those its entity declares. */
import * as orm from '@mikro-orm/decorators/legacy';
import { modelOf, type Class } from './entity-model.js';
import { SEARCH_COLUMN, searched } from './indexes.js';
import { SYSTEM_COLUMNS } from './system-columns.js';

/** What the collection's `search` reads: all searchable text of the row in one folded column. */
export function storeSearch(target: Class): void {
  const texts = searched(modelOf(target)).map(({ column }) => `hub.fold_text(coalesce("${column}", ''))`);
  if (!texts.length) return;
  orm.Property({
    columnType: 'text',
    fieldName: SEARCH_COLUMN,
    type: 'string',
    nullable: true,
    // In the words in which PostgreSQL prints it back, or every comparison of the schema would find a difference.
    generated: `(${texts.join(' || chr(10) || ')}) stored`,
  })(target.prototype as object, 'searchText' as never);
}

/** Where each row comes from, and the proof of its content. */
export function storeSystemColumns(target: Class): void {
  for (const { property, name, type, nullable, default: defaultRaw } of SYSTEM_COLUMNS)
    orm.Property({
      columnType: type,
      fieldName: name,
      type: 'string',
      nullable,
      hidden: true,
      // PostgreSQL prints a function's call in other words than it was given.
      ...(defaultRaw !== undefined && { defaultRaw, ignoreSchemaChanges: ['default'] }),
    })(target.prototype as object, property as never);
}

/** Pieces of SDL, each with its description. */

/** A GraphQL description in SDL. */
export const describe = (doc: string): string => JSON.stringify(doc);

/** `"doc" name(args): Type`, `"doc" name: Type` or `"doc" VALUE`. */
export const member = (doc: string, text: string): string => `${describe(doc)} ${text}`;

const block = (keyword: string, name: string, doc: string, members: readonly string[]): string =>
  `${describe(doc)}\n${keyword} ${name} {\n${members.join('\n')}\n}`;

export const objectSdl = (name: string, doc: string, members: readonly string[]): string =>
  block('type', name, doc, members);
export const inputSdl = (name: string, doc: string, members: readonly string[]): string =>
  block('input', name, doc, members);
export const enumSdl = (name: string, doc: string, members: readonly string[]): string =>
  block('enum', name, doc, members);

/** The Chinese half of a `中文 / English` description, up to its explanation. */
export const chineseName = (doc: string): string => doc.split(' / ')[0]?.split(/[：:]/)[0] ?? doc;

/**
 * SQL by which two rows of one source name the same party: its unified social credit code, else its identifier within
 * its scheme, else its name. `columns` is an alias and a prefix, such as `s.supplier`.
 */
export const partyKey = (columns: string): string =>
  `coalesce(${columns}_uscc, case when ${columns}_id is not null then concat_ws(':', ${columns}_scheme, ${columns}_id) end, ${columns}_name)`;

/** SQL of how a sentence names a party. */
export const partyName = (columns: string): string => `coalesce(${columns}_name, ${columns}_uscc, ${columns}_id)`;

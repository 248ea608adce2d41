/** The same as `normaliseName` of the vocabulary, in SQL: half width, one kind of bracket, no blanks. */
const OPENING = '[{【〖〔〈<「『（';
const CLOSING = ']}】〗〕〉>」』）';

/** Most names hold nothing that could be spelt otherwise; to see that is ten times faster than to normalise them. */
export const normalisedName = (name: string): string =>
  `case when ${name} ~ '[^一-龥0-9A-Za-z()]' then normalize(translate(regexp_replace(normalize(${name}, NFKC), '[\\s\\u200b-\\u200d\\u2060\\ufeff]+', '', 'g'),
    '${OPENING}${CLOSING}', '${'('.repeat(OPENING.length)}${')'.repeat(CLOSING.length)}'), NFC) else ${name} end collate "C"`;

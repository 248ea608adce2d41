const BLANKS = /[\s\u200b-\u200d\u2060\ufeff]+/g;
const OPENING = /[[{【〖〔〈<「『（]/g;
const CLOSING = /[\]}】〗〕〉>」』）]/g;

/**
 * One spelling of a name for comparing (R06): half width (NFKC), every bracket ( ), no blanks; case and traditional
 * characters stay. For keys and matching only: what is shown is the name as its source prints it.
 */
export function normaliseName(text: string): string {
  return (
    text
      .normalize('NFKC')
      .replace(BLANKS, '')
      .replace(OPENING, '(')
      .replace(CLOSING, ')')
      // A blank that stood between a letter and its accent kept them apart.
      .normalize('NFC')
  );
}

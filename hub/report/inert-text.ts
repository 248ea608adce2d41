/** What OWASP lists as the beginnings of a formula, full width as typed in Chinese included. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;
const NUMBER = /^[+-]?\d+(,\d{3})*(\.\d+)?%?$/;

/** A text that a spreadsheet would run as a formula gets an apostrophe before it; a negative number is a number. */
export const inertText = (text: string): string => (FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text);

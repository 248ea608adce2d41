export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/** The two halves of `中文 / English`; a text without the second is the same in both. */
export function bilingual(text: string): Bilingual {
  const [zh = '', ...rest] = text.split(' / ');
  return { zh, en: rest.length ? rest.join(' / ') : zh };
}

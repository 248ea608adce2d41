// Two syllables make a trade name; the pairs are drawn, so a likeness to a real firm is chance, and every firm
// carries the fictional city's or one of its counties' names.
const FIRST = '恒瑞鼎昌盛泰宏博远卓金诚信德润华兴隆嘉祥安凯君达天启明轩亿联海纳普惠中正弘毅尚品云峰立新锦绣腾飞汇众';
const SECOND = '澜川岳岚泽源阳辰舟禾森霖朗程业基桥筑工创格维拓界洲弘景和顺丰通航翔越驰卓然逸清霁昊晟燊垚焱淼滢珩璟';

/** A trade name of two characters; `serial` walks through all of them without repeating before the last is used. */
export function brand(serial: number): string {
  const all = FIRST.length * SECOND.length;
  // 1,009 is prime and divides no such product here, so the walk visits every pair once.
  const at = (serial * 1009 + Math.floor(serial / all) * 7) % all;
  return FIRST.charAt(Math.floor(at / SECOND.length)) + SECOND.charAt(at % SECOND.length);
}

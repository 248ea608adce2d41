/** Names of natural persons, which a public table shows masked: 张三丰 → 张**. */

/** Surnames of one character, the four hundred most common ones being nearly all there are. */
const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付傅方邹熊白孟秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严武戴莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈晁芮都普阙浦戈伏鹿薄邸雍辜羊阿乌母裘亓修邰赫杭况那宿鲜印逯隆茹诺战慕危玉银亢嵇公哈湛宾戎勾茅利於呼居揭干但尉冶斯元束檀衣信展阴昝智幸奉植衡富尧闭由';

const COMPOUND =
  /^(?:欧阳|太史|端木|上官|司马|东方|独孤|南宫|万俟|闻人|夏侯|诸葛|尉迟|公羊|赫连|澹台|皇甫|宗政|濮阳|公冶|太叔|申屠|公孙|慕容|仲孙|钟离|长孙|宇文|司徒|鲜于|司空|令狐|百里|呼延|东郭|南门)/;

const HAN = /^\p{Script=Han}+$/u;

/** 张某某: its publisher masked the name already. */
const MASKED = /某/;

/** Ends that bodies have and given names hardly ever. */
const BODY = /[局厅部委办院所校店厂社站队处馆司乡镇县区]$/;

/** Whether a text reads as the name of a natural person: two or three characters after a surname, or a name with ·. */
export function isPersonName(text: string): boolean {
  const letters = [...text];
  if (/^\p{Script=Han}{2,}·\p{Script=Han}{2,}$/u.test(text)) return true;
  if (!HAN.test(text) || MASKED.test(text) || BODY.test(text)) return false;
  if (COMPOUND.test(text)) return letters.length === 3 || letters.length === 4;
  return (letters.length === 2 || letters.length === 3) && SURNAMES.includes(letters[0] ?? '');
}

/** 18 digits of an identity card (GB 11643, the last may be X), with a day of birth where it belongs. */
const IDENTITY_CARD =
  /(?<![0-9A-Za-z])[1-9]\d{5}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![0-9A-Za-z])/g;
const MOBILE = /(?<!\d)1[3-9]\d{9}(?!\d)/g;

/**
 * What a public table may hold of a text that may be about a natural person: of a name the surname, of identity cards
 * and mobile numbers their ends. Any other text is given as it is (个人信息保护法 §6, 政府信息公开条例 §15).
 */
export function maskPersonal(text: string): string {
  if (isPersonName(text)) {
    const surname = /·/.test(text) || !COMPOUND.test(text) ? 1 : 2;
    return [...text].map((letter, at) => (at < surname || letter === '·' ? letter : '*')).join('');
  }
  return text
    .replace(IDENTITY_CARD, (number) => `${number.slice(0, 6)}${'*'.repeat(8)}${number.slice(-4)}`)
    .replace(MOBILE, (number) => `${number.slice(0, 3)}****${number.slice(-4)}`);
}

import { type Category, itemCode } from './catalogue.js';

/** One line of what is bought: item, wording, unit, and for goods the usual price of a piece in yuan. */
export interface PurchaseLine {
  readonly code: string;
  readonly what: string;
  readonly unit: string;
  readonly price: number;
}

/** A kind of purchase that bodies make on their own, outside investment projects. */
export interface Purchase {
  readonly what: string;
  readonly category: Exclude<Category, 'works'>;
  /** Who sells it. */
  readonly trade: string;
  /** Median budget in yuan. */
  readonly median: number;
  readonly weight: number;
  readonly lines: readonly PurchaseLine[];
  /** Which bodies buy it (agency keys); empty = any. */
  readonly buyers: readonly string[];
  /** Months that a contract runs. */
  readonly months: number;
  /** Tendered as a discount on a price list, so that no amount is bid. */
  readonly byRate: boolean;
}

const goods: readonly (readonly [string, string, number, number, number, string, string])[] = [
  // What, trade, median, weight, months, lines 'code:what:unit:price', buyers.
  ['办公设备', 'office', 900_000, 5, 2, 'A02010102:台式计算机:台:5200 A02020103:多功能一体机:台:3800', ''],
  ['便携式计算机', 'office', 700_000, 3, 2, 'A02010103:便携式计算机:台:6500', ''],
  [
    '服务器及存储设备',
    'itsystems',
    2_400_000,
    4,
    3,
    'A02010101:机架式服务器:台:68000 A02010401:磁盘阵列:套:185000',
    '',
  ],
  ['网络与安全设备', 'itsystems', 1_500_000, 4, 3, 'A02010202:核心交换机:台:42000 A02010301:防火墙:台:95000', ''],
  ['机房设备', 'itsystems', 1_100_000, 2, 3, 'A02010501:不间断电源:套:76000 A02010502:机柜:台:6800', ''],
  ['视频会议系统', 'itsystems', 1_000_000, 2, 3, 'A02010602:视频会议终端:套:46000 A02010601:液晶显示屏:块:18000', ''],
  [
    '视频监控设备',
    'itsystems',
    2_600_000,
    3,
    4,
    'A02080101:高清摄像机:台:2600 A02080102:视频存储节点:台:54000',
    'police urban edu transport',
  ],
  [
    '办公家具',
    'furniture',
    800_000,
    4,
    2,
    'A05010101:办公桌:张:1600 A05010102:办公椅:把:680 A05010103:文件柜:组:1150',
    '',
  ],
  ['课桌椅', 'furniture', 1_300_000, 3, 3, 'A05010201:升降课桌椅:套:360', 'edu school college'],
  ['学生公寓床', 'furniture', 1_600_000, 2, 3, 'A05010203:双层公寓床:套:1250', 'edu school college'],
  ['彩色超声诊断仪', 'medical', 2_800_000, 3, 3, 'A02040101:彩色超声诊断仪:台:1280000', 'hospital hospital2 health'],
  [
    '检验科设备',
    'medical',
    2_200_000,
    3,
    3,
    'A02040201:全自动生化分析仪:台:860000 A02040202:血液分析仪:台:245000',
    'hospital hospital2 health',
  ],
  [
    '急救监护设备',
    'medical',
    1_700_000,
    3,
    2,
    'A02040301:有创呼吸机:台:168000 A02040302:心电监护仪:台:26000',
    'hospital hospital2 health',
  ],
  [
    '病床及候诊椅',
    'medical',
    900_000,
    2,
    2,
    'A05010301:电动病床:张:7800 A05010302:候诊椅:组:960',
    'hospital hospital2',
  ],
  [
    '实验室教学仪器',
    'teaching',
    1_400_000,
    3,
    3,
    'A02050101:物理实验仪器:套:5600 A02050102:化学实验仪器:套:4900',
    'edu school college',
  ],
  ['智慧黑板', 'teaching', 1_900_000, 3, 2, 'A02050201:交互式教学一体机:台:16800', 'edu school college'],
  ['健身路径器材', 'teaching', 800_000, 2, 3, 'A02050301:健身路径器材:套:28000', 'sport culture'],
  ['执法车辆', 'vehicles', 1_500_000, 2, 3, 'A02030205:执法车:辆:158000', 'police urban market transport emergency'],
  ['环卫车辆', 'vehicles', 3_200_000, 3, 4, 'A02030203:洒水车:辆:465000 A02030204:垃圾清运车:辆:398000', 'urban'],
  ['救护车', 'vehicles', 1_200_000, 2, 3, 'A02030201:负压救护车:辆:520000', 'health hospital'],
  ['空调设备', 'electromechanical', 900_000, 3, 2, 'A02020201:分体空调:台:4200', ''],
  ['电梯', 'electromechanical', 1_800_000, 2, 6, 'A02060101:载客电梯:台:310000', 'hospital hospital2 college housing'],
  [
    '应急救援装备',
    'electromechanical',
    1_600_000,
    2,
    3,
    'A02080201:应急照明车载灯组:套:36000 A02080202:冲锋救援艇:艘:88000',
    'emergency',
  ],
  ['空气质量监测设备', 'environment', 2_300_000, 2, 4, 'A02070101:空气质量监测站:套:460000', 'eco'],
  ['水质在线监测设备', 'environment', 2_100_000, 2, 4, 'A02070102:水质在线监测仪:套:275000', 'eco water'],
  ['馆藏图书', 'training', 800_000, 1, 3, 'A07030101:中文图书:册:42', 'library school college'],
];

const services: readonly (readonly [string, string, number, number, number, string, string])[] = [
  ['办公楼物业管理服务', 'property', 1_800_000, 5, 12, 'C040101', ''],
  ['校园物业管理服务', 'property', 2_400_000, 3, 12, 'C040102', 'edu school college'],
  ['医院后勤物业服务', 'property', 4_200_000, 2, 12, 'C040103', 'hospital hospital2'],
  ['保安服务', 'security', 1_300_000, 5, 12, 'C040201', ''],
  ['信息系统运维服务', 'software', 1_100_000, 6, 12, 'C020301', ''],
  ['机房运维服务', 'itsystems', 800_000, 2, 12, 'C020302', ''],
  ['业务应用系统开发', 'software', 2_300_000, 5, 8, 'C020101', ''],
  ['数据治理服务', 'software', 1_900_000, 3, 8, 'C020102', ''],
  ['政务云资源租用服务', 'itsystems', 5_200_000, 1, 12, 'C020401', 'bigdata data'],
  ['等级保护测评服务', 'software', 700_000, 3, 4, 'C020501', ''],
  ['城区道路清扫保洁服务', 'sanitation', 9_500_000, 2, 24, 'C050101', 'urban'],
  ['生活垃圾收运服务', 'sanitation', 6_800_000, 2, 24, 'C050102', 'urban'],
  ['园林绿化养护服务', 'landscape', 2_600_000, 3, 12, 'C050201', 'urban economic-zone hightech-zone'],
  ['生态环境监测服务', 'environment', 1_500_000, 3, 12, 'C050301', 'eco'],
  ['土壤污染状况调查服务', 'environment', 1_000_000, 2, 6, 'C050302', 'eco land agri'],
  ['专项规划编制服务', 'design', 1_300_000, 4, 8, 'C010101', ''],
  ['课题研究服务', 'training', 700_000, 3, 6, 'C010102', ''],
  ['财政资金绩效审计服务', 'accounting', 800_000, 3, 6, 'C060201', 'finance audit assets ndrc'],
  ['资产评估服务', 'accounting', 700_000, 2, 4, 'C060202', ''],
  ['干部职工培训服务', 'training', 700_000, 3, 6, 'C060501', ''],
  ['食堂承包服务', 'catering', 1_500_000, 3, 12, 'C060601', ''],
  ['学生营养餐食材配送服务', 'catering', 6_500_000, 2, 12, 'C060602', 'edu school college'],
  ['居家养老服务', 'training', 2_000_000, 2, 12, 'C070101', 'civil'],
  ['公共文化活动服务', 'training', 900_000, 2, 6, 'C070201', 'culture library'],
];

const byRate: readonly (readonly [string, string, number, number, number, string, string])[] = [
  ['定点印刷服务', 'printing', 900_000, 2, 12, 'C060101', ''],
  ['公务用车定点维修服务', 'vehicles', 800_000, 2, 12, 'C060401', ''],
];

function service(isByRate: boolean) {
  return ([what, trade, median, weight, months, code, buyers]: (typeof services)[number]): Purchase => {
    const lines = [{ code: itemCode(code), what, unit: '项', price: 0 }];
    return {
      what,
      category: 'services',
      trade,
      median,
      weight,
      months,
      lines,
      buyers: words(buyers),
      byRate: isByRate,
    };
  };
}

/** What bodies buy outside projects, with how often. */
export const PURCHASES: readonly Purchase[] = [
  ...goods.map(([what, trade, median, weight, months, lines, buyers]): Purchase => {
    return {
      what,
      category: 'goods',
      trade,
      median,
      weight,
      months,
      lines: words(lines).map(line),
      buyers: words(buyers),
      byRate: false,
    };
  }),
  ...services.map(service(false)),
  ...byRate.map(service(true)),
];

function line(text: string): PurchaseLine {
  const [code = '', what = '', unit = '', price = ''] = text.split(':');
  return { code: itemCode(code), what, unit, price: Number(price) };
}

function words(text: string): string[] {
  return text === '' ? [] : text.split(' ');
}

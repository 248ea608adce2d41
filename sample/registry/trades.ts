/** What a firm lives by. Those with `supplies` sell to the government. */
export interface Trade {
  readonly key: string;
  /** Words between the trade name and the legal form. */
  readonly words: readonly string[];
  /** GB/T 4754-2017 class. */
  readonly industry: string;
  readonly scope: string;
  /** Share of the register. */
  readonly weight: number;
  /** Median registered capital in 万元. */
  readonly capital: number;
  readonly supplies: boolean;
}

const rows: readonly (readonly [string, string, string, number, number, string])[] = [
  ['building', '建设工程 建筑工程 建工集团', '4710', 7, 4000, '房屋建筑工程、建筑装修装饰工程、钢结构工程施工'],
  ['municipal', '市政工程 市政建设 路桥工程', '4813', 7, 3000, '市政公用工程、公路工程、桥梁工程、管道工程施工'],
  ['waterworks', '水利工程 水利水电建设', '4822', 3, 2500, '水利水电工程、河湖整治工程、堤防工程施工'],
  ['landscape', '园林绿化工程 生态园林', '4890', 3, 1200, '园林绿化工程施工与养护、苗木种植与销售'],
  ['fitout', '装饰工程 建筑装饰', '5011', 3, 1000, '室内外装饰装修工程设计与施工、幕墙工程'],
  ['design', '建筑设计 规划设计 工程设计研究院', '7484', 2.5, 800, '工程设计、城乡规划编制、工程技术咨询'],
  ['supervision', '工程监理 建设项目管理 工程咨询监理', '7481', 2.5, 600, '工程监理、项目管理、工程技术咨询服务'],
  ['survey', '勘测 测绘 岩土工程勘察', '7483', 2, 600, '工程勘察、测绘服务、岩土工程检测'],
  ['testing', '工程检测 质量检测', '7452', 1.5, 500, '建设工程质量检测、材料检测、地基基础检测'],
  ['agency', '项目管理咨询 招标代理 工程造价咨询', '7297', 0.8, 400, '招标代理、政府采购代理、工程造价咨询'],
  ['itsystems', '信息技术 系统集成 网络科技', '6531', 6, 1000, '信息系统集成、计算机软硬件开发与销售、网络工程'],
  ['software', '软件 数据科技 智能科技', '6513', 4, 800, '软件开发、数据处理、信息技术咨询服务'],
  ['office', '办公设备 文化用品商贸', '5137', 3.5, 300, '办公设备、计算机及耗材、文化用品销售与维修'],
  ['furniture', '家具 办公家具制造', '2110', 2.5, 800, '办公家具、教学家具的制造、销售与安装'],
  ['medical', '医疗器械 医疗科技', '5154', 3, 800, '第二类、第三类医疗器械销售、安装与维修'],
  ['teaching', '教学仪器 教育装备', '2421', 2.5, 500, '教学仪器、实验室设备、体育器材的销售与安装'],
  ['vehicles', '汽车销售服务 专用车辆', '5261', 2, 1000, '汽车、专用车辆销售及维修服务'],
  ['property', '物业管理 物业服务', '7020', 3.5, 300, '物业管理、保洁服务、停车场管理服务'],
  ['security', '保安服务', '7271', 2, 600, '门卫、巡逻、守护、随身护卫、安全检查'],
  ['sanitation', '环境服务 城市环境管理', '7820', 2.5, 1500, '城市生活垃圾清扫、收集、运输与处理、道路保洁'],
  ['printing', '印务 彩色印刷', '2319', 1.5, 300, '出版物、包装装潢及其他印刷品印刷'],
  ['catering', '餐饮管理 食品配送', '6291', 2, 300, '餐饮管理、食堂承包、食用农产品配送'],
  ['accounting', '会计师事务所 税务咨询', '7241', 1, 200, '审计、验资、资产评估、会计咨询'],
  ['training', '教育咨询 人力资源服务', '7262', 1.5, 300, '人力资源服务、职业技能培训、会议服务'],
  ['environment', '环保科技 环境工程', '7721', 2, 1200, '环境治理工程、环保设备销售、环境监测'],
  ['electromechanical', '机电设备 机电工程', '4910', 2.5, 1000, '机电设备、电梯、中央空调的销售与安装'],
  ['realestate', '房地产开发 置业', '7010', 4, 8000, '房地产开发与经营、房屋租赁'],
  [
    'manufacture',
    '精密制造 新材料 机械制造 电子科技',
    '3489',
    8,
    5000,
    '机械零部件、新材料、电子元器件的研发、制造与销售',
  ],
  ['trade', '商贸 贸易 供应链管理', '5199', 8, 500, '日用百货、建材、五金交电、农副产品销售'],
  ['logistics', '物流 运输', '5430', 3, 800, '道路普通货物运输、仓储服务、货运代理'],
  ['farming', '农业科技 生态农业', '0190', 3, 500, '农作物种植、水产养殖、农产品加工与销售'],
];
const NOT_SUPPLIERS = new Set(['agency', 'realestate', 'manufacture', 'trade', 'logistics', 'farming']);

/** Firms' trades; the rest of the register (shops, cooperatives, associations) has none. */
export const TRADES: readonly Trade[] = rows.map(([key, words, industry, weight, capital, scope]) => {
  return { key, words: words.split(' '), industry, weight, capital, scope, supplies: !NOT_SUPPLIERS.has(key) };
});

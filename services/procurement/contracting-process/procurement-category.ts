import { enumType } from '../../../subgraph/model/types.js';

export const ProcurementCategory = enumType(
  'ProcurementCategory',
  '采购类别 / Category of what is bought (OCDS procurementCategory; A, B and C of the catalogue)',
  { GOODS: '货物（A 类） / Goods', WORKS: '工程（B 类） / Works', SERVICES: '服务（C 类） / Services' },
);

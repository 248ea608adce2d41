import { enumType } from '../../../subgraph/model/types.js';

export const TenderStatus = enumType(
  'TenderStatus',
  '采购（标包）状态 / Status of a tender or lot (OCDS tenderStatus)',
  {
    PLANNING: '酝酿中 / In planning, not certain to come',
    PLANNED: '已计划 / Planned, notice to come',
    ACTIVE: '进行中 / Active',
    CANCELLED: '终止 / Cancelled',
    UNSUCCESSFUL: '废标或流标 / Unsuccessful',
    COMPLETE: '已完成 / Complete',
    WITHDRAWN: '撤回 / Withdrawn',
  },
);

import { enumType } from '../../../subgraph/model/types.js';

/** Only an AMOUNT can be summed or held against a ceiling; the other forms have no amount (exchange standard PRICE_FORM_CODE). */
export const PriceForm = enumType(
  'PriceForm',
  '价格形式：非金额者无金额，不计入合计 / Form of a price; forms other than AMOUNT have no amount and enter no total',
  {
    AMOUNT: '金额 / An amount of money',
    RATE: '费率、折扣率等 / A rate, such as a discount',
    UNIT_PRICE: '单价 / A price for each unit',
    TEXT: '文字描述 / Described in words',
  },
);

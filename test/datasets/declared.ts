import { SERVICES } from '../../gateway/services.js';

/** Every dataset of every service, by id. */
export const DECLARED = SERVICES.flatMap(({ name, datasets }) =>
  datasets.map((dataset) => ({ id: dataset.id, service: name, dataset })),
);

export const SETTING = { jurisdiction: 'CN-349900', currency: 'CNY', source: 'form.xlsx', asOf: '2025-01-20' };

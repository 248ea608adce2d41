/** On which local days an instant may lie: the city and the Philippines keep one zone, other sources do not say theirs. */
const zones = (jurisdiction: string, other: string): string =>
  `case when starts_with(${jurisdiction}, 'ocds-') then '${other}' else 'Asia/Shanghai' end`;

/** SQL of the first day; both arguments are SQL. */
export const firstDay = (instant: string, jurisdiction: string): string =>
  `((${instant}) at time zone ${zones(jurisdiction, 'Etc/GMT+12')})::date`;

/** SQL of the last day. */
export const lastDay = (instant: string, jurisdiction: string): string =>
  `((${instant}) at time zone ${zones(jurisdiction, 'Etc/GMT-14')})::date`;

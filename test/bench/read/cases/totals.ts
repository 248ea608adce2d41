import type { Case } from '../case.js';

interface Group {
  readonly keys: { readonly buyer?: { readonly agency: { readonly id: string } }; readonly signedOn: string };
  readonly sum: { readonly amount: string };
}

/** Groups come largest first; equal sums in any order. */
const sorted = ({ contracts: { groups } }: { contracts: { groups: readonly Group[] } }): unknown =>
  groups.map(({ keys, sum }) => [keys.buyer?.agency.id, keys.signedOn, sum.amount].join(' ')).sort();

interface GroupedAggregates {
  readonly allContracts: {
    readonly groupedAggregates: readonly {
      readonly keys: readonly string[];
      readonly sum: { readonly amount: string };
    }[];
  };
}

/** Who spent how much in which year, over all contracts. */
export const byAgencyAndYear: Case = {
  name: 'by-agency-year',
  title: 'contract value by buyer and year, all contracts',
  variables: async () => [{ currency: 'CNY' }],
  raw: {
    text: `
select json_build_object('contracts', json_build_object('groups', coalesce(json_agg(row_to_json(g)), '[]')))::text from (
  select (select row_to_json(k) from (
      select json_build_object('agency', json_build_object('id', buyer_agency_id)) "buyer", year::date::text "signedOn"
    ) k) "keys",
    (select row_to_json(s) from (select total::text "amount") s) "sum"
  from (
    select buyer_agency_id, date_trunc('year', signed_on::timestamp) as year, sum(amount) as total
    from procurement.contract where jurisdiction = $1 and currency = $2
    group by 1, 2 order by total desc nulls last limit 500
  ) t
) g`,
    values: ({ currency }, { jurisdiction }) => [jurisdiction, currency],
  },
  graphql: {
    query: `query ByAgencyAndYear($currency: CurrencyCode!) {
  contracts(filter: { currency: { eq: $currency } }) {
    groups(
      by: [{ field: BUYER }, { field: SIGNED_ON, bucket: YEAR }]
      orderBy: [{ measure: SUM_AMOUNT, direction: DESC }]
      first: 500
    ) {
      keys { buyer { agency { id } } signedOn }
      sum { amount }
    }
  }
}`,
  },
  postgraphile: {
    query: `query ByAgencyAndYear($city: String!, $currency: String!) {
  allContracts(filter: { jurisdiction: { equalTo: $city }, currency: { equalTo: $currency } }) {
    groupedAggregates(groupBy: [BUYER_AGENCY_ID, SIGNED_ON_TRUNCATED_TO_YEAR]) { keys sum { amount } }
  }
}`,
    shaped: ({ allContracts: { groupedAggregates } }: GroupedAggregates) => ({
      contracts: {
        groups: groupedAggregates.map(({ keys: [id, day], sum }) => ({
          keys: { buyer: { agency: { id } }, signedOn: day },
          sum,
        })),
      },
    }),
  },
  comparable: sorted,
};

/** The months of a year in which more than so much was signed. */
export const byMonthHaving: Case = {
  name: 'by-month-having',
  title: 'contract value by month of one year, months above a sum only',
  async variables({ client }) {
    const { rows } = await client.query<{ least: string }>(
      `select percentile_disc(0.5) within group (order by total)::text as least from (
         select sum(amount) total from procurement.contract where currency = 'CNY' group by date_trunc('month', signed_on::timestamp)
       ) m`,
    );
    return ['2022', '2023', '2024'].map((year) => ({
      currency: 'CNY',
      from: `${year}-01-01`,
      to: `${year}-12-31`,
      least: rows[0]?.least,
    }));
  },
  raw: {
    text: `
select json_build_object('contracts', json_build_object('groups', coalesce(json_agg(row_to_json(g)), '[]')))::text from (
  select (select row_to_json(k) from (select month::date::text "signedOn") k) "keys",
    (select row_to_json(s) from (select total::text "amount") s) "sum"
  from (
    select date_trunc('month', signed_on::timestamp) as month, sum(amount) as total
    from procurement.contract where jurisdiction = $1 and currency = $2 and signed_on between $3 and $4
    group by 1 having sum(amount) > $5 order by total desc nulls last limit 100
  ) t
) g`,
    values: ({ currency, from, to, least }, { jurisdiction }) => [jurisdiction, currency, from, to, least],
  },
  graphql: {
    query: `query ByMonth($currency: CurrencyCode!, $from: LocalDate!, $to: LocalDate!, $least: Decimal!) {
  contracts(filter: { currency: { eq: $currency }, signedOn: { between: [$from, $to] } }) {
    groups(
      by: [{ field: SIGNED_ON, bucket: MONTH }]
      having: { sum: { amount: { gt: $least } } }
      orderBy: [{ measure: SUM_AMOUNT, direction: DESC }]
      first: 100
    ) {
      keys { signedOn }
      sum { amount }
    }
  }
}`,
  },
  postgraphile: {
    query: `query ByMonth($city: String!, $currency: String!, $from: Date!, $to: Date!, $least: BigFloat!) {
  allContracts(
    filter: {
      jurisdiction: { equalTo: $city }
      currency: { equalTo: $currency }
      signedOn: { greaterThanOrEqualTo: $from, lessThanOrEqualTo: $to }
    }
  ) {
    groupedAggregates(groupBy: [SIGNED_ON_TRUNCATED_TO_MONTH], having: { sum: { amount: { greaterThan: $least } } }) {
      keys
      sum { amount }
    }
  }
}`,
    shaped: ({ allContracts: { groupedAggregates } }: GroupedAggregates) => ({
      contracts: { groups: groupedAggregates.map(({ keys: [day], sum }) => ({ keys: { signedOn: day }, sum })) },
    }),
  },
  comparable: sorted,
};

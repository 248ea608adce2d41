import type { Case, Variables } from '../case.js';

const MANY = 1000;
const SETS = 4;

/** What the gateway asks when a thousand rows of other services refer to processes. */
export const processesByKey: Case = {
  name: 'entities-process',
  title: `_entities × ${MANY}: processes by key, 6 columns`,
  async variables({ client }) {
    const { rows } = await client.query<{ ocid: string }>(
      `select ocid from procurement.contracting_process order by md5(ocid) limit ${MANY * SETS}`,
    );
    return sets(rows.map(({ ocid }) => ocid));
  },
  raw: {
    text: `
select json_build_object('_entities', coalesce(json_agg(row_to_json(e) order by n), '[]'))::text from (
  select k.n, p.ocid, p.title, p.published_on::text "publishedOn", p.status_stage "statusStage",
    p.budget_amount::text "budgetAmount", p.budget_currency "budgetCurrency"
  from unnest($1::text[]) with ordinality k (ocid, n) left join procurement.contracting_process p using (ocid)
) r, lateral (
  select r.ocid, r.title, r."publishedOn", r."statusStage", r."budgetAmount", r."budgetCurrency"
) e`,
    values: ({ keys }) => [keys],
  },
  graphql: {
    query: `query Processes($representations: [_Any!]!) {
  _entities(representations: $representations) {
    ... on ContractingProcess { ocid title publishedOn statusStage budgetAmount budgetCurrency }
  }
}`,
    variables: async ({ keys }) => ({
      representations: (keys as string[]).map((ocid) => ({ __typename: 'ContractingProcess', ocid })),
    }),
  },
  postgraphile: {
    query: `query Processes($keys: [String!]!) {
  allContractingProcesses(filter: { ocid: { in: $keys } }) {
    nodes { ocid title publishedOn statusStage budgetAmount budgetCurrency }
  }
}`,
    variables: async ({ keys }) => ({ keys }),
    shaped: ({ allContractingProcesses: { nodes } }: { allContractingProcesses: { nodes: unknown } }) => ({
      _entities: nodes,
    }),
  },
  // PostGraphile gives the rows as they come.
  comparable: ({ _entities }: { _entities: readonly { ocid: string }[] }) =>
    [..._entities].sort((a, b) => (a.ocid < b.ocid ? -1 : 1)),
};

/** The same for legal entities, of which this service knows the key only, with a list below each. */
export const suppliersByKey: Case = {
  name: 'entities-supplier',
  title: `_entities × ${MANY}: legal entities with their newest 2 contracts`,
  async variables({ client }) {
    const { rows } = await client.query<{ uscc: string }>(
      `select distinct supplier_uscc uscc from procurement.contract_supplier
       where supplier_uscc is not null order by 1 limit ${MANY}`,
    );
    return [{ keys: rows.map(({ uscc }) => uscc) }];
  },
  raw: {
    text: `
select json_build_object('_entities', coalesce(json_agg(row_to_json(e) order by n), '[]'))::text from (
  select k.n, k.uscc, contracts from unnest($1::text[]) with ordinality k (uscc, n)
  cross join lateral (
    select json_build_object('nodes', coalesce(json_agg(row_to_json(c)), '[]')) contracts from (
      select c.id, c.signed_on::text "signedOn", c.amount::text
      from (
        -- Apart, lest PostgreSQL walks all contracts by date until it meets two of this supplier.
        select c.id, c.signed_on, c.amount from procurement.contract_supplier s
        join procurement.contract c on c.id = s.contract_id
        where s.supplier_uscc = k.uscc and c.jurisdiction = $2 offset 0
      ) c
      order by c.signed_on desc nulls last, c.id desc limit 2
    ) c
  ) c
) r, lateral (select r.uscc, r.contracts) e`,
    values: ({ keys }, { jurisdiction }) => [keys, jurisdiction],
  },
  graphql: {
    query: `query Suppliers($representations: [_Any!]!) {
  _entities(representations: $representations) {
    ... on LegalEntity { uscc contracts(first: 2) { nodes { id signedOn amount } } }
  }
}`,
    variables: async ({ keys }) => ({
      representations: (keys as string[]).map((uscc) => ({ __typename: 'LegalEntity', uscc })),
    }),
  },
  postgraphile: { why: 'knows no entities of other services' },
};

function sets(keys: readonly string[]): Variables[] {
  return Array.from({ length: SETS }, (_, index) => ({ keys: keys.slice(index * MANY, (index + 1) * MANY) }));
}

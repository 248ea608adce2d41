import type { Ask, Case, Variables } from '../case.js';

const PAGE = 20;
const DEPTH = 5000;

const QUERY = `query DeepPage($category: ProcurementCategory!, $first: Int!, $after: String) {
  contractingProcesses(
    filter: { mainProcurementCategory: { eq: $category } }
    orderBy: [{ field: PUBLISHED_ON, direction: DESC }]
    first: $first
    after: $after
  ) {
    nodes { ocid title publishedOn procurementMethod budgetAmount budgetCurrency buyer { name uscc } }
    pageInfo { hasNextPage endCursor }
  }
}`;

const POSTGRAPHILE = `query DeepPage($city: String!, $category: String!, $first: Int!, $after: Cursor) {
  allContractingProcesses(
    filter: { jurisdiction: { equalTo: $city }, mainProcurementCategory: { equalTo: $category } }
    orderBy: [PUBLISHED_ON_DESC, OCID_DESC]
    first: $first
    after: $after
  ) {
    nodes { ocid title publishedOn procurementMethod budgetAmount budgetCurrency buyerName buyerUscc }
    pageInfo { hasNextPage endCursor }
  }
}`;

/** Somebody reads on and on: the page after the 5,000th row, by cursor. */
export const deepPage: Case = {
  name: 'deep-page',
  title: `20 processes of a category after row ${DEPTH}, by cursor`,
  async variables({ client, city }) {
    const variables: Variables[] = [];
    for (const category of ['GOODS', 'SERVICES', 'WORKS']) {
      const { rows } = await client.query<{ day: string; ocid: string }>(
        `select published_on::text as day, ocid from procurement.contracting_process
         where jurisdiction = $1 and main_procurement_category = $2
         order by published_on desc nulls last, ocid desc offset $3 limit 1`,
        [city.jurisdiction, category, DEPTH - 1],
      );
      // The ten times smaller database has not that many of each category.
      if (rows[0]) variables.push({ category, ...rows[0] });
    }
    return variables;
  },
  raw: {
    text: `
with page as materialized (
  select ocid, title, published_on, procurement_method, budget_amount, budget_currency, buyer_name, buyer_uscc,
    row_number() over () rn
  from (
    select * from procurement.contracting_process
    where jurisdiction = $1 and main_procurement_category = $2 and (published_on, ocid) < ($3, $4)
    order by published_on desc nulls last, ocid desc limit ${PAGE + 1}
  ) p
)
select row_to_json(answer)::text from (
  select json_build_object(
    'nodes', (
      select coalesce(json_agg(row_to_json(node)), '[]') from (
        select ocid, title, published_on::text "publishedOn", procurement_method "procurementMethod",
          budget_amount::text "budgetAmount", budget_currency "budgetCurrency",
          (select row_to_json(b) from (select buyer_name "name", buyer_uscc "uscc") b) "buyer"
        from page where rn <= ${PAGE} order by rn
      ) node
    ),
    'pageInfo', (
      select json_build_object('hasNextPage', count(*) > ${PAGE},
        'endCursor', max(encode(convert_to(published_on || ',' || ocid, 'UTF8'), 'base64')) filter (where rn = ${PAGE}))
      from page
    )
  ) "contractingProcesses"
) answer`,
    values: ({ category, day, ocid }, { jurisdiction }) => [jurisdiction, category, day, ocid],
  },
  graphql: {
    query: QUERY,
    variables: async ({ category }, ask) => ({
      category,
      first: PAGE,
      after: await walk(ask, QUERY, { category }, 500, 'contractingProcesses'),
    }),
  },
  postgraphile: {
    query: POSTGRAPHILE,
    variables: async ({ category, city }, ask) => ({
      city,
      category,
      first: PAGE,
      after: await walk(ask, POSTGRAPHILE, { category, city }, DEPTH, 'allContractingProcesses'),
    }),
    shaped: ({ allContractingProcesses: { nodes, pageInfo } }: { allContractingProcesses: Page }) => ({
      contractingProcesses: {
        pageInfo,
        nodes: nodes.map(({ buyerName, buyerUscc, ...process }) => ({
          ...process,
          buyer: { name: buyerName, uscc: buyerUscc },
        })),
      },
    }),
  },
  comparable: ({ contractingProcesses: { nodes, pageInfo } }: { contractingProcesses: Page }) => ({
    nodes,
    next: pageInfo.hasNextPage,
  }),
};

interface Page {
  readonly nodes: readonly Readonly<Record<string, unknown>>[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}

/** The cursor of row `DEPTH`, reached as a reader would reach it. */
async function walk(ask: Ask, query: string, variables: Variables, first: number, field: string): Promise<string> {
  let after: string | undefined;
  for (let read = 0; read < DEPTH; read += first) {
    const answer = (await ask({ query, variables: { ...variables, first, after } })) as Record<string, Page>;
    after = answer[field]?.pageInfo.endCursor;
  }
  if (after === undefined) throw new Error(`${field} has no row ${DEPTH}`);
  return after;
}

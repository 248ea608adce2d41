import type { Case, Variables } from '../case.js';

/** One process by its key: what a page about it begins with. */
export const oneRow: Case = {
  name: 'one-row',
  title: 'one process by key, 9 columns',
  async variables({ client }) {
    const { rows } = await client.query<Variables>(
      'select ocid from procurement.contracting_process order by md5(ocid) limit 100',
    );
    return rows;
  },
  raw: {
    text: `
select json_build_object('contractingProcess', (
  select row_to_json(p) from (
    select ocid, title, description, published_on::text "publishedOn", status_stage "statusStage",
      procurement_method "procurementMethod", budget_amount::text "budgetAmount", budget_currency "budgetCurrency",
      (select row_to_json(b) from (select buyer_name "name", buyer_uscc "uscc") b) "buyer"
    from procurement.contracting_process where ocid = $1
  ) p
))::text`,
    values: ({ ocid }) => [ocid],
  },
  graphql: {
    query: `query OneRow($ocid: ID!) {
  contractingProcess(ocid: $ocid) {
    ocid
    title
    description
    publishedOn
    statusStage
    procurementMethod
    budgetAmount
    budgetCurrency
    buyer { name uscc }
  }
}`,
  },
  postgraphile: {
    query: `query OneRow($ocid: String!) {
  contractingProcessByOcid(ocid: $ocid) {
    ocid
    title
    description
    publishedOn
    statusStage
    procurementMethod
    budgetAmount
    budgetCurrency
    buyerName
    buyerUscc
  }
}`,
    variables: async ({ ocid }) => ({ ocid }),
    shaped: ({ contractingProcessByOcid: { buyerName, buyerUscc, ...row } }: { contractingProcessByOcid: Row }) => ({
      contractingProcess: { ...row, buyer: { name: buyerName, uscc: buyerUscc } },
    }),
  },
};

type Row = Readonly<Record<string, unknown>>;

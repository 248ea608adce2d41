import type { Case, Variables } from '../case.js';

const PAGE = 20;

/** Sixteen days; the page before each of them. */
const DAYS = Array.from({ length: 16 }, (_, index) => ({
  until: new Date(Date.UTC(2024, 5, 30 - index * 23)).toISOString().slice(0, 10),
}));

/** A list as people read it: a page of processes with what hangs below each. */
export const list = listCase({
  name: 'list',
  title: '20 processes before a day with tender, first 5 bids, contracts and their suppliers',
  variables: async () => DAYS,
});

/** The same of one buyer: an index on buyer and day together would serve it, and there is none. */
export const listOfBuyer = listCase({
  name: 'list-of-buyer',
  title: '20 processes of one buyer before a day, with the same below each',
  async variables({ client }) {
    const { rows } = await client.query<Variables>(
      `select buyer_agency_id buyer, '2024-06-30' until from procurement.contracting_process
       where published_on <= '2024-06-30' group by 1 having count(*) > 200 order by md5(buyer_agency_id) limit 16`,
    );
    return rows;
  },
  isOfBuyer: true,
});

interface Kind extends Pick<Case, 'name' | 'title' | 'variables'> {
  readonly isOfBuyer?: boolean;
}

function listCase({ name, title, variables, isOfBuyer = false }: Kind): Case {
  return {
    name,
    title,
    variables,
    raw: {
      text: `
with page as materialized (
  select ocid, title, published_on, main_procurement_category, budget_amount, budget_currency, buyer_name, buyer_uscc,
    row_number() over () rn
  from (
    select * from procurement.contracting_process
    where jurisdiction = $1 and published_on <= $2${isOfBuyer ? ' and buyer_agency_id = $3' : ''}
    order by published_on desc nulls last, ocid desc limit ${PAGE + 1}
  ) p
)
select row_to_json(answer)::text from (
  select json_build_object(
    'nodes', (
      select coalesce(json_agg(row_to_json(node)), '[]') from (
        select p.ocid, p.title, p.published_on::text "publishedOn",
          p.main_procurement_category "mainProcurementCategory",
          p.budget_amount::text "budgetAmount", p.budget_currency "budgetCurrency",
          (select row_to_json(b) from (select p.buyer_name "name", p.buyer_uscc "uscc") b) "buyer",
          tenders, bids, contracts
        from page p
        cross join lateral (
          select json_build_object('nodes', coalesce(json_agg(row_to_json(t)), '[]')) tenders from (
            select id, status, amount::text, currency,
              to_char(tender_end_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') "tenderEndAt"
            from procurement.tender t where t.ocid = p.ocid order by t.tender_end_at desc nulls last, id desc limit 20
          ) t
        ) t
        cross join lateral (
          select json_build_object('nodes', coalesce(json_agg(row_to_json(b)), '[]')) bids from (
            select id, status, amount::text,
              to_char(submitted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') "submittedAt",
              (select row_to_json(x) from (select b.tenderer_name "name", b.tenderer_uscc "uscc") x) "tenderer"
            from procurement.bid b where b.ocid = p.ocid order by b.submitted_at desc nulls last, id desc limit 5
          ) b
        ) b
        cross join lateral (
          select json_build_object('nodes', coalesce(json_agg(row_to_json(c)), '[]')) contracts from (
            select c.id, c.signed_on::text "signedOn", c.amount::text, c.currency, suppliers
            from procurement.contract c
            cross join lateral (
              select json_build_object('nodes', coalesce(json_agg(row_to_json(s)), '[]')) suppliers from (
                select position, (select row_to_json(x) from (select s.supplier_name "name", s.supplier_uscc "uscc") x) "supplier"
                from procurement.contract_supplier s where s.contract_id = c.id order by position, id limit 20
              ) s
            ) s
            where c.ocid = p.ocid order by c.signed_on desc nulls last, c.id desc limit 20
          ) c
        ) c
        where rn <= ${PAGE} order by rn
      ) node
    ),
    'pageInfo', (
      select json_build_object('hasNextPage', count(*) > ${PAGE},
        'endCursor', max(encode(convert_to(published_on || ',' || ocid, 'UTF8'), 'base64')) filter (where rn = ${PAGE}))
      from page
    )
  ) "contractingProcesses"
) answer`,
      values: ({ buyer, until }, { jurisdiction }) => [jurisdiction, until, ...(isOfBuyer ? [buyer] : [])],
    },
    graphql: {
      query: `query List($until: LocalDate!${isOfBuyer ? ', $buyer: ID!' : ''}) {
  contractingProcesses(
    filter: { publishedOn: { lte: $until }${isOfBuyer ? ', buyer: { agencyId: { eq: $buyer } }' : ''} }
    orderBy: [{ field: PUBLISHED_ON, direction: DESC }]
    first: ${PAGE}
  ) {
    nodes {
      ocid
      title
      publishedOn
      mainProcurementCategory
      budgetAmount
      budgetCurrency
      buyer { name uscc }
      tenders { nodes { id status amount currency tenderEndAt } }
      bids(first: 5) { nodes { id status amount submittedAt tenderer { name uscc } } }
      contracts { nodes { id signedOn amount currency suppliers { nodes { position supplier { name uscc } } } } }
    }
    pageInfo { hasNextPage endCursor }
  }
}`,
    },
    postgraphile: {
      query: `query List($city: String!, $until: Date!${isOfBuyer ? ', $buyer: String!' : ''}) {
  allContractingProcesses(
    filter: {
      jurisdiction: { equalTo: $city }
      publishedOn: { lessThanOrEqualTo: $until }${isOfBuyer ? '\n      buyerAgencyId: { equalTo: $buyer }' : ''}
    }
    orderBy: [PUBLISHED_ON_DESC, OCID_DESC]
    first: ${PAGE}
  ) {
    nodes {
      ocid
      title
      publishedOn
      mainProcurementCategory
      budgetAmount
      budgetCurrency
      buyerName
      buyerUscc
      tendersByOcid(first: 20, orderBy: [TENDER_END_AT_DESC, ROW_ID_DESC]) {
        nodes { rowId status amount currency tenderEndAt }
      }
      bidsByOcid(first: 5, orderBy: [SUBMITTED_AT_DESC, ROW_ID_DESC]) {
        nodes { rowId status amount submittedAt tendererName tendererUscc }
      }
      contractsByOcid(first: 20, orderBy: [SIGNED_ON_DESC, ROW_ID_DESC]) {
        nodes {
          rowId
          signedOn
          amount
          currency
          contractSuppliersByContractId(first: 20, orderBy: [POSITION_ASC, ROW_ID_ASC]) {
            nodes { position supplierName supplierUscc }
          }
        }
      }
    }
    pageInfo { hasNextPage endCursor }
  }
}`,
      shaped: shapePostgraphile,
    },
    comparable: ({ contractingProcesses: { nodes, pageInfo } }: Answer) => ({ nodes, next: pageInfo.hasNextPage }),
  };
}

interface Answer {
  readonly contractingProcesses: { readonly nodes: unknown; readonly pageInfo: { readonly hasNextPage: boolean } };
}

type Row = Readonly<Record<string, unknown>>;
type Rows = { readonly nodes: readonly Row[] };

function shapePostgraphile({
  allContractingProcesses: { nodes, pageInfo },
}: {
  allContractingProcesses: {
    nodes: readonly (Row & Record<'tendersByOcid' | 'bidsByOcid' | 'contractsByOcid', Rows>)[];
    pageInfo: unknown;
  };
}): unknown {
  return {
    contractingProcesses: {
      pageInfo,
      nodes: nodes.map(({ buyerName, buyerUscc, tendersByOcid, bidsByOcid, contractsByOcid, ...process }) => ({
        ...process,
        buyer: { name: buyerName, uscc: buyerUscc },
        tenders: each(tendersByOcid, ({ tenderEndAt, ...tender }) => ({
          ...tender,
          tenderEndAt: instant(tenderEndAt),
        })),
        bids: each(bidsByOcid, ({ submittedAt, tendererName, tendererUscc, ...bid }) => ({
          ...bid,
          submittedAt: instant(submittedAt),
          tenderer: { name: tendererName, uscc: tendererUscc },
        })),
        contracts: each(contractsByOcid, ({ contractSuppliersByContractId, ...contract }) => ({
          ...contract,
          suppliers: {
            nodes: (contractSuppliersByContractId as Rows).nodes.map(({ position, supplierName, supplierUscc }) => ({
              position,
              supplier: { name: supplierName, uscc: supplierUscc },
            })),
          },
        })),
      })),
    },
  };
}

const each = ({ nodes }: Rows, shape: (row: Row) => Row): { nodes: Row[] } => ({
  nodes: nodes.map(({ rowId, ...row }) => ({ ...shape(row), id: rowId })),
});

const instant = (value: unknown): string | null => (typeof value === 'string' ? new Date(value).toISOString() : null);

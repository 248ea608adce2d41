/** The schema and resolvers of the tutorial way, for the fields that the cases ask for. */
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import { Bid } from '../../../../services/procurement/bid/bid.entity.js';
import { ContractSupplier } from '../../../../services/procurement/contract/contract-supplier.entity.js';
import { Contract } from '../../../../services/procurement/contract/contract.entity.js';
import { ContractingProcess } from '../../../../services/procurement/contracting-process/contracting-process.entity.js';
import { Tender } from '../../../../services/procurement/tender/tender.entity.js';
import type { City } from '../../../../subgraph/city.js';

export const TYPES = `
  scalar LocalDate scalar DateTime scalar Decimal scalar CurrencyCode scalar Uscc scalar _Any
  enum ProcurementCategory { GOODS WORKS SERVICES }
  enum Direction { ASC DESC }
  enum ProcessOrderField { PUBLISHED_ON }
  enum ContractGroupField { BUYER SIGNED_ON }
  enum ContractMeasure { SUM_AMOUNT }
  enum Bucket { YEAR MONTH }
  input IdFilter { eq: ID }
  input DateFilter { lte: LocalDate between: [LocalDate!] }
  input CategoryFilter { eq: ProcurementCategory }
  input CurrencyFilter { eq: CurrencyCode }
  input DecimalFilter { gt: Decimal }
  input PartyFilter { agencyId: IdFilter }
  input ProcessFilter { buyer: PartyFilter publishedOn: DateFilter mainProcurementCategory: CategoryFilter }
  input ProcessOrder { field: ProcessOrderField! direction: Direction! }
  input ContractFilter { currency: CurrencyFilter signedOn: DateFilter }
  input GroupBy { field: ContractGroupField! bucket: Bucket }
  input GroupOrder { measure: ContractMeasure! direction: Direction! }
  input SumHaving { amount: DecimalFilter }
  input Having { sum: SumHaving }
  type PageInfo { hasNextPage: Boolean! endCursor: String }
  type Agency { id: ID! }
  type Party { name: String uscc: Uscc agency: Agency }
  type ContractingProcess {
    ocid: ID! title: String description: String publishedOn: LocalDate statusStage: String procurementMethod: String
    mainProcurementCategory: ProcurementCategory budgetAmount: Decimal budgetCurrency: CurrencyCode buyer: Party
    tenders: TenderConnection! bids(first: Int = 20): BidConnection! contracts: ContractConnection!
  }
  type Tender { id: ID! status: String amount: Decimal currency: CurrencyCode tenderEndAt: DateTime }
  type Bid { id: ID! status: String amount: Decimal submittedAt: DateTime tenderer: Party }
  type Contract {
    id: ID! signedOn: LocalDate amount: Decimal currency: CurrencyCode suppliers: ContractSupplierConnection!
  }
  type ContractSupplier { position: Int supplier: Party }
  type ContractingProcessConnection { nodes: [ContractingProcess!]! pageInfo: PageInfo! }
  type TenderConnection { nodes: [Tender!]! }
  type BidConnection { nodes: [Bid!]! }
  type ContractSupplierConnection { nodes: [ContractSupplier!]! }
  type GroupKeys { buyer: Party signedOn: LocalDate }
  type Sums { amount: Decimal }
  type ContractGroup { keys: GroupKeys! sum: Sums! }
  type ContractConnection {
    nodes: [Contract!]!
    groups(by: [GroupBy!]!, having: Having, orderBy: [GroupOrder!], first: Int): [ContractGroup!]!
  }
  type LegalEntity { uscc: Uscc! contracts(first: Int = 20): ContractConnection! }
  union _Entity = ContractingProcess | LegalEntity
  type Query {
    contractingProcesses(
      filter: ProcessFilter, search: String, orderBy: [ProcessOrder!], first: Int = 20, after: String
    ): ContractingProcessConnection!
    contractingProcess(ocid: ID!): ContractingProcess
    contracts(filter: ContractFilter): ContractConnection!
    _entities(representations: [_Any!]!): [_Entity]!
  }
`;

/** A loader gives for each key the rows that refer to it, all keys of a turn in one `find`. */
const lists = <Row extends object>(find: (keys: readonly string[]) => Promise<Row[]>, keyOf: (row: Row) => string) =>
  new DataLoader<string, Row[]>(async (keys) => {
    const found = new Map<string, Row[]>(keys.map((key) => [key, []]));
    for (const row of await find(keys)) found.get(keyOf(row))?.push(row);
    return keys.map((key) => found.get(key) ?? []);
  });

const LAST = 'desc nulls last' as const;

export function requestContext(em: SqlEntityManager, city: City) {
  return {
    em,
    city,
    tenders: lists(
      (ocids) =>
        em.find(Tender, { process: { ocid: { $in: [...ocids] } } }, { orderBy: { tenderEndAt: LAST, id: 'desc' } }),
      ({ process }) => process.ocid,
    ),
    bids: lists(
      (ocids) =>
        em.find(Bid, { process: { ocid: { $in: [...ocids] } } }, { orderBy: { submittedAt: LAST, id: 'desc' } }),
      ({ process }) => process.ocid,
    ),
    contracts: lists(
      (ocids) =>
        em.find(Contract, { process: { ocid: { $in: [...ocids] } } }, { orderBy: { signedOn: LAST, id: 'desc' } }),
      ({ process }) => process.ocid,
    ),
    suppliers: lists(
      (ids) => em.find(ContractSupplier, { contract: { $in: [...ids] } }, { orderBy: { position: 'asc', id: 'asc' } }),
      ({ contract }) => contract.id,
    ),
    processes: new DataLoader<string, ContractingProcess | undefined>(async (ocids) => {
      const rows = await em.find(ContractingProcess, { ocid: { $in: [...ocids] } });
      const byOcid = new Map(rows.map((row) => [row.ocid, row]));
      return ocids.map((ocid) => byOcid.get(ocid));
    }),
    // No `find` takes so many of each: here the author of the resolver writes SQL.
    newestOfSupplier: new DataLoader<{ uscc: string; first: number }, object[]>(async (keys) => {
      const rows = await em.execute<{ uscc: string }[]>(
        `select k.uscc, c.* from unnest(?::text[]) k (uscc) cross join lateral (
           select c.id, c.signed_on::text "signedOn", c.amount from procurement.contract_supplier s
           join procurement.contract c on c.id = s.contract_id
           where s.supplier_uscc = k.uscc and c.jurisdiction = ? order by c.signed_on desc nulls last, c.id desc limit ?
         ) c`,
        [`{${keys.map(({ uscc }) => uscc).join(',')}}`, city.jurisdiction, keys[0]?.first ?? 20],
      );
      const byUscc = new Map<string, object[]>(keys.map(({ uscc }) => [uscc, []]));
      for (const row of rows) byUscc.get(row.uscc)?.push(row);
      return keys.map(({ uscc }) => byUscc.get(uscc) ?? []);
    }),
  };
}

type Context = ReturnType<typeof requestContext>;

interface PageArguments {
  readonly filter?: {
    readonly buyer?: { readonly agencyId: { readonly eq: string } };
    readonly publishedOn?: { readonly lte: string };
    readonly mainProcurementCategory?: { readonly eq: string };
  };
  readonly search?: string;
  readonly first: number;
  readonly after?: string;
}

async function page({ filter, first, after, search }: PageArguments, { em, city }: Context) {
  const cursor = after ? (JSON.parse(Buffer.from(after, 'base64url').toString()) as [string, string]) : undefined;
  const ocids = search ? await found(em, search) : undefined;
  const rows = await em.find(
    ContractingProcess,
    {
      jurisdiction: city.jurisdiction,
      ...(filter?.buyer && { buyer: { agencyId: filter.buyer.agencyId.eq } }),
      ...(filter?.publishedOn && { publishedOn: { $lte: filter.publishedOn.lte } }),
      ...(filter?.mainProcurementCategory && { mainProcurementCategory: filter.mainProcurementCategory.eq }),
      ...(ocids && { ocid: { $in: ocids } }),
      ...(cursor && {
        $or: [{ publishedOn: { $lt: cursor[0] } }, { publishedOn: cursor[0], ocid: { $lt: cursor[1] } }],
      }),
    },
    { orderBy: { publishedOn: LAST, ocid: 'desc' }, limit: first + 1 },
  );
  const nodes = rows.slice(0, first);
  const end = nodes.at(-1);
  return {
    nodes,
    pageInfo: {
      hasNextPage: rows.length > first,
      endCursor: end && Buffer.from(JSON.stringify([end.publishedOn, end.ocid])).toString('base64url'),
    },
  };
}

async function found(em: SqlEntityManager, search: string): Promise<string[]> {
  const rows = await em.execute<{ ocid: string }[]>(
    `select ocid from procurement.contracting_process
     where hub.bigrams(search_text) @> hub.bigrams(hub.fold_text(?)) and strpos(search_text, hub.fold_text(?)) > 0`,
    [search, search],
  );
  return rows.map(({ ocid }) => ocid);
}

interface GroupArguments {
  readonly by: readonly { readonly field: string; readonly bucket?: string }[];
  readonly having?: { readonly sum: { readonly amount: { readonly gt: string } } };
  readonly first: number;
}
interface ContractFilter {
  readonly currency: { readonly eq: string };
  readonly signedOn?: { readonly between: readonly [string, string] };
}

/** Totals are no matter for an entity manager: the author writes this SQL, too. */
async function groups(filter: ContractFilter, { by, having, first }: GroupArguments, { em, city }: Context) {
  const byBuyer = by.some(({ field }) => field === 'BUYER');
  const bucket = by.find(({ field }) => field === 'SIGNED_ON')?.bucket === 'YEAR' ? 'year' : 'month';
  const rows = await em.execute<{ buyer: string | null; day: string; total: string }[]>(
    `select ${byBuyer ? 'buyer_agency_id' : 'null'} buyer, date_trunc('${bucket}', signed_on::timestamp)::date::text "day",
       sum(amount)::text total
     from procurement.contract where jurisdiction = ? and currency = ?${filter.signedOn ? ' and signed_on between ? and ?' : ''}
     group by 1, 2${having ? ' having sum(amount) > ?' : ''} order by sum(amount) desc nulls last limit ?`,
    [
      city.jurisdiction,
      filter.currency.eq,
      ...(filter.signedOn?.between ?? []),
      ...(having ? [having.sum.amount.gt] : []),
      first,
    ],
  );
  return rows.map(({ buyer, day, total }) => ({
    keys: { buyer: buyer === null ? null : { agency: { id: buyer } }, signedOn: day },
    sum: { amount: total },
  }));
}

interface Representation {
  readonly __typename: string;
  readonly ocid: string;
  readonly uscc: string;
}

const instant = (value: unknown): unknown =>
  value === null || value === undefined ? null : new Date(value as string).toISOString();

export const RESOLVERS = {
  Query: {
    contractingProcesses: (_: unknown, args: PageArguments, context: Context) => page(args, context),
    contractingProcess: (_: unknown, { ocid }: { ocid: string }, { em }: Context) =>
      em.findOne(ContractingProcess, { ocid }),
    contracts: (_: unknown, { filter }: { filter: ContractFilter }) => ({ filter }),
    _entities: (_: unknown, { representations }: { representations: Representation[] }, { processes }: Context) =>
      representations.map((each) => (each.__typename === 'LegalEntity' ? each : processes.load(each.ocid))),
  },
  _Entity: {
    __resolveType: (row: object) => (row instanceof ContractingProcess ? 'ContractingProcess' : 'LegalEntity'),
  },
  ContractingProcess: {
    tenders: async ({ ocid }: ContractingProcess, _: unknown, { tenders }: Context) => ({
      nodes: await tenders.load(ocid),
    }),
    bids: async ({ ocid }: ContractingProcess, { first }: { first: number }, { bids }: Context) => ({
      nodes: (await bids.load(ocid)).slice(0, first),
    }),
    contracts: async ({ ocid }: ContractingProcess, _: unknown, { contracts }: Context) => ({
      nodes: await contracts.load(ocid),
    }),
  },
  Tender: { tenderEndAt: ({ tenderEndAt }: Tender) => instant(tenderEndAt) },
  Bid: { submittedAt: ({ submittedAt }: Bid) => instant(submittedAt) },
  Contract: {
    suppliers: async ({ id }: Contract, _: unknown, { suppliers }: Context) => ({ nodes: await suppliers.load(id) }),
  },
  ContractConnection: {
    groups: ({ filter }: { filter: ContractFilter }, args: GroupArguments, context: Context) =>
      groups(filter, args, context),
  },
  LegalEntity: {
    contracts: async ({ uscc }: Representation, { first }: { first: number }, { newestOfSupplier }: Context) => ({
      nodes: await newestOfSupplier.load({ uscc, first }),
    }),
  },
};

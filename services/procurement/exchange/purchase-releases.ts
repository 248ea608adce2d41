/** Tables of government procurement → OCDS releases, one for each row. */
import type { JsonObject } from '../../../subgraph/import/exact-json.js';
import { ExactNumber } from '../../../subgraph/import/exact-json.js';
import type { ExchangeRow } from './exchange-row.js';
import { methodOf } from './procurement-methods.js';
import { document, Parties, priced, said, type ExchangeSetting } from './release-parts.js';

/** What a row says of its process; ocid, id and date are put around it. */
export interface ReleaseParts {
  readonly project: string | null;
  readonly tag: readonly string[];
  readonly body: JsonObject;
}

type Mapping = (row: ExchangeRow, setting: ExchangeSetting) => ReleaseParts;

/** A section with the project's own number is no section. */
export function lots(row: ExchangeRow, name = 'PURCHASE_SECTION_CODE', project = 'PURCHASE_PROJECT_CODE'): string[] {
  return row.texts(name).filter((section) => section !== row.text(project));
}

const lotList = (sections: readonly string[], more: JsonObject = {}): JsonObject[] =>
  sections.map((id) => ({ id, ...more }));

const parts = (row: ExchangeRow, tag: readonly string[], body: Parameters<typeof said>[0]): ReleaseParts => ({
  project: row.text('PURCHASE_PROJECT_CODE'),
  tag,
  body: said(body),
});

const project: Mapping = (row, setting) => {
  const parties = new Parties();
  const region = row.text('REGION_CODE');
  const [buyer] = parties.refer(
    row.texts('PURCHASER_NAME'),
    row.texts('PURCHASER_CODE'),
    'buyer',
    region === null ? undefined : { regionCode: region },
  );
  const [agent] = parties.refer(
    row.texts('PURCHASER_AGENCY_NAME'),
    row.texts('PURCHASER_AGENCY_CODE'),
    'procuringEntity',
  );
  const budget = row.money('PROGRAM_BUDGET', 'UNIT_BUDGET', 'BUDGET_CURRENCY', setting.currency);
  const sections = lots(row);
  return parts(row, ['planning', 'tender'], {
    parties: parties.list(),
    buyer,
    planning: said({
      budget: said({
        amount: budget && { amount: new ExactNumber(budget.amount), currency: budget.currency },
        description: row.text('OTHER_PROGRAM_BUDGET'),
        projectID: row.text('INVEST_PROJECT_CODE'),
      }),
    }),
    tender: said({
      id: row.text('PURCHASE_PROJECT_CODE'),
      title: row.text('PURCHASE_PROJECT_NAME'),
      description: row.text('PURCHASER_CONTENT'),
      procuringEntity: agent,
      ...methodOf(row.text('PURCHASER_MODE')),
      lots: lotList(sections, said({ title: row.text('PURCHASE_SECTION_NAME') })),
    }),
  });
};

const notice: Mapping = (row) =>
  parts(row, ['tender'], {
    tender: said({
      id: row.text('PURCHASE_PROJECT_CODE'),
      title: row.text('PURCHASE_PROJECT_NAME'),
      lots: lotList(lots(row)),
      tenderPeriod: said({ endDate: row.instant('BID_CLOSING_TIME') }),
      documents: [
        document('tenderNotice', {
          id: row.text('BULLETIN_START_TIME'),
          title: row.text('BULLETIN_TITLE'),
          url: row.text('URL'),
          published: row.instant('BULLETIN_START_TIME'),
        }),
      ],
    }),
  });

const correction: Mapping = (row) => {
  const at = row.text('MODIFICATION_START_TIME');
  const published = row.instant('MODIFICATION_START_TIME');
  const title = row.text('TERMINATION_BULLETIN_TITLE');
  const later = row.text('IS_POSTPONE') === '1' ? row.instant('POST_BID_CLOSING_TIME') : null;
  return parts(row, ['tenderAmendment'], {
    tender: said({
      id: row.text('PURCHASE_PROJECT_CODE'),
      lots: lotList(lots(row)),
      tenderPeriod: later === null ? undefined : { endDate: later },
      documents: [document('clarifications', { id: at, title, url: row.text('URL'), published })],
      amendments: [said({ id: `correction-${at ?? ''}`, date: published, description: title })],
    }),
  });
};

const opening: Mapping = (row) =>
  parts(row, ['tender'], {
    tender: said({
      id: row.text('PURCHASE_PROJECT_CODE'),
      lots: lotList(lots(row)),
      bidOpening: said({ date: row.instant('BID_OPENING_TIME') }),
    }),
  });

const bidder: Mapping = (row, setting) => {
  const parties = new Parties();
  const tenderers = parties.refer(row.texts('BIDDER_NAME'), row.texts('BIDDER_ORG_CODE'), 'tenderer');
  const sections = lots(row);
  return parts(row, ['tenderUpdate'], {
    parties: parties.list(),
    tender: said({ id: row.text('PURCHASE_PROJECT_CODE'), lots: lotList(sections) }),
    bids: {
      details: [
        {
          id: [...sections, String(tenderers[0]?.['id'])].join('/'),
          tenderers,
          ...said({ relatedLots: sections }),
          ...priced(
            row,
            { amount: 'BID_PRICE', unit: 'PRICE_UNIT', currency: 'PRICE_CURRENCY', words: ['OTHER_BID_PRICE'] },
            setting,
          ),
        },
      ],
    },
  });
};

const result: Mapping = (row, setting) => {
  const parties = new Parties();
  const suppliers = parties.refer(row.texts('WINNINGBIDDER_NAME'), row.texts('WINNINGBIDDER_CODE'), 'supplier');
  const sections = lots(row);
  const id = awardId(sections);
  const published = row.instant('WIN_BID_BULLETIN_START_TIME');
  return parts(row, ['award'], {
    parties: parties.list(),
    tender: said({
      id: row.text('PURCHASE_PROJECT_CODE'),
      title: row.text('PURCHASE_PROJECT_NAME'),
      lots: lotList(sections),
    }),
    awards: [
      said({
        id,
        title: row.text('WIN_BID_BULLETIN_TITLE'),
        status: 'active',
        date: published,
        suppliers,
        relatedLots: sections,
        ...priced(
          row,
          { amount: 'WIN_BID_PRICE', unit: 'PRICE_UNIT', currency: 'CURRENCY_CODE', words: ['WIN_BID_RATE'] },
          setting,
        ),
        documents: [
          document('awardNotice', { id, title: row.text('WIN_BID_BULLETIN_TITLE'), url: row.text('URL'), published }),
        ],
      }),
    ],
  });
};

const contract: Mapping = (row, setting) => {
  const parties = new Parties();
  const [buyer] = parties.refer(row.texts('PURCHASER_NAME'), row.texts('PURCHASER_CODE'), 'buyer');
  const suppliers = parties.refer(row.texts('SUPPLIER_NAME'), row.texts('SUPPLIER_CODE'), 'supplier');
  const sections = lots(row);
  const id = contractId(sections, suppliers);
  const url = row.text('URL');
  return parts(row, ['contract'], {
    parties: parties.list(),
    buyer,
    tender: said({ id: row.text('PURCHASE_PROJECT_CODE'), lots: lotList(sections) }),
    contracts: [
      said({
        id,
        awardID: awardId(sections),
        title: row.text('CONTRACT_NAME'),
        status: 'active',
        dateSigned: row.instant('SIGNING_TIME'),
        suppliers,
        ...priced(
          row,
          { amount: 'CONTRACT_AMOUNT', unit: 'PRICE_UNIT', currency: 'CURRENCY_CODE', words: ['WIN_BID_RATE'] },
          setting,
        ),
        documents:
          url === null
            ? []
            : [document('contractSigned', { id, title: row.text('CONTRACT_NAME'), url, published: null })],
      }),
    ],
  });
};

/** The form numbers neither awards nor contracts: there is one of each section, and one for each supplier. */
export const awardId = (sections: readonly string[]): string => ['award', ...sections].join('-');
export const contractId = (sections: readonly string[], suppliers: readonly JsonObject[]): string =>
  ['contract', ...sections, String(suppliers[0]?.['id'] ?? '')].join('-');

export const PURCHASE_RELEASES: Readonly<Record<string, Mapping>> = {
  PURCHASE_PROJECT: project,
  PURCHASE_QUALI_INQUERY_ANN: notice,
  CORRECTION_ITEM: correction,
  PURCHASE_BIDDING_RECORD: opening,
  PURCHASE_TENDER_LIST: bidder,
  BID_DEAL_ANNOUNCE: result,
  PURCHASE_CONTRACT: contract,
};

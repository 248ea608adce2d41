/** Tables of construction tenders → OCDS releases, one for each row. */
import { ExactNumber } from '../../../subgraph/import/exact-json.js';
import type { ExchangeRow } from './exchange-row.js';
import { methodOf } from './procurement-methods.js';
import { awardId, contractId, lots, type ReleaseParts } from './purchase-releases.js';
import { document, Parties, priced, said, type ExchangeSetting } from './release-parts.js';

/** Codes of investment projects by the number a project has in the form (table 500). */
export type InvestmentCodes = ReadonlyMap<string, string>;

export type RowMapping = (row: ExchangeRow, setting: ExchangeSetting, codes: InvestmentCodes) => ReleaseParts;

const PROJECT = 'TENDER_PROJECT_CODE';

const sectionsOf = (row: ExchangeRow): string[] =>
  lots(row, row.text('BID_SECTION_CODES') === null ? 'BID_SECTION_CODE' : 'BID_SECTION_CODES', PROJECT);

const parts = (row: ExchangeRow, tag: readonly string[], body: Parameters<typeof said>[0]): ReleaseParts => ({
  project: row.text(PROJECT),
  tag,
  body: said(body),
});

const project: RowMapping = (row, _, codes) => {
  const parties = new Parties();
  const region = row.text('REGION_CODE');
  const [buyer] = parties.refer(
    row.texts('TENDERER_NAME'),
    row.texts('TENDERER_CODE'),
    'buyer',
    region === null ? undefined : { regionCode: region },
  );
  const [agent] = parties.refer(row.texts('TENDER_AGENCY_NAME'), row.texts('TENDER_AGENCY_CODE'), 'procuringEntity');
  const projectID = codes.get(row.text('PROJECT_CODE') ?? '');
  return parts(row, ['planning', 'tender'], {
    parties: parties.list(),
    buyer,
    planning: projectID === undefined ? undefined : { budget: { projectID } },
    tender: said({
      id: row.text(PROJECT),
      title: row.text('TENDER_PROJECT_NAME'),
      description: row.text('TENDER_CONTENT'),
      procuringEntity: agent,
      ...methodOf(row.text('TENDER_MODE')),
    }),
  });
};

const section: RowMapping = (row, setting) => {
  const value = row.money('CONTRACT_RECKON_PRICE', 'PRICE_UNIT', 'CURRENCY_CODE', setting.currency);
  const lot = said({
    title: row.text('BID_SECTION_NAME'),
    description: row.text('BID_SECTION_CONTENT'),
    value: value && { amount: new ExactNumber(value.amount), currency: value.currency },
  });
  return parts(row, ['tenderUpdate'], {
    tender: said({ id: row.text(PROJECT), lots: sectionsOf(row).map((id) => ({ id, ...lot })) }),
  });
};

const notice: RowMapping = (row) => {
  const parties = new Parties();
  const [buyer] = parties.refer(row.texts('TENDERER_NAME'), row.texts('TENDERER_CODE'), 'buyer');
  const [agent] = parties.refer(row.texts('TENDER_AGENCY_NAME'), row.texts('TENDER_AGENCY_CODE'), 'procuringEntity');
  return parts(row, ['tender'], {
    parties: parties.list(),
    buyer,
    tender: said({
      id: row.text(PROJECT),
      procuringEntity: agent,
      lots: sectionsOf(row).map((id) => ({ id })),
      tenderPeriod: said({
        startDate: row.instant('DOC_GET_START_TIME'),
        endDate: row.instant('BID_DOC_REFER_END_TIME'),
      }),
      bidOpening: said({ date: row.instant('BID_OPEN_TIME') }),
      documents: [
        document('tenderNotice', {
          id: row.text('NOTICE_SEND_TIME'),
          title: row.text('NOTICE_NAME'),
          url: row.text('URL'),
          published: row.instant('NOTICE_SEND_TIME'),
        }),
      ],
    }),
  });
};

const opening: RowMapping = (row) =>
  parts(row, ['tenderUpdate'], {
    tender: said({
      id: row.text(PROJECT),
      lots: sectionsOf(row).map((id) => ({ id })),
      bidOpening: said({ date: row.instant('BID_OPENING_TIME') }),
    }),
  });

const bidder: RowMapping = (row, setting) => {
  const parties = new Parties();
  const tenderers = parties.refer(row.texts('BIDDER_NAME'), row.texts('BIDDER_ORG_CODE'), 'tenderer');
  const sections = sectionsOf(row);
  return parts(row, ['tenderUpdate'], {
    parties: parties.list(),
    tender: said({ id: row.text(PROJECT), lots: sections.map((id) => ({ id })) }),
    bids: {
      details: [
        {
          id: [...sections, String(tenderers[0]?.['id'])].join('/'),
          tenderers,
          ...said({ relatedLots: sections, date: row.instant('CHECKIN_TIME') }),
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

/** The announcement names its candidates in its text alone: it is kept as a document. */
const candidates: RowMapping = (row) =>
  parts(row, ['tenderUpdate'], {
    tender: said({
      id: row.text(PROJECT),
      lots: sectionsOf(row).map((id) => ({ id })),
      documents: [
        document('evaluationReports', {
          id: [...sectionsOf(row), row.text('PUBLICITY_START_TIME')].join('-'),
          title: row.text('PUBLICITY_NAME'),
          url: row.text('URL'),
          published: row.instant('PUBLICITY_START_TIME'),
        }),
      ],
    }),
  });

const result: RowMapping = (row, setting) => {
  const parties = new Parties();
  const suppliers = parties.refer(row.texts('WIN_BIDDER_NAME'), row.texts('WIN_BIDDER_CODE'), 'supplier');
  const sections = sectionsOf(row);
  const id = awardId(sections);
  const published = row.instant('NOTICE_SEND_TIME');
  const title = row.text('NOTICE_NAME');
  const words = ['RATE', 'OTHER_BID_PRICE'];
  return parts(row, ['award'], {
    parties: parties.list(),
    tender: said({ id: row.text(PROJECT), lots: sections.map((lot) => ({ id: lot })) }),
    awards: [
      said({
        id,
        title,
        status: 'active',
        date: published,
        suppliers,
        relatedLots: sections,
        ...priced(row, { amount: 'BID_AMOUNT', unit: 'PRICE_UNIT', currency: 'BID_CURRENCY', words }, setting),
        documents: [document('awardNotice', { id, title, url: row.text('URL'), published })],
      }),
    ],
  });
};

const contract: RowMapping = (row, setting) => {
  const parties = new Parties();
  const [buyer] = parties.refer(row.texts('TENDERER_NAME'), row.texts('TENDER_CODE'), 'buyer');
  const suppliers = parties.refer(row.texts('BIDDER_NAME'), row.texts('BIDDER_CODE'), 'supplier');
  const sections = sectionsOf(row);
  const fields = { amount: 'CONTRACT_PRICE', unit: 'PRICE_UNIT', currency: 'PRICE_CURRENCY' };
  return parts(row, ['contract'], {
    parties: parties.list(),
    buyer,
    tender: said({ id: row.text(PROJECT), lots: sections.map((id) => ({ id })) }),
    contracts: [
      said({
        id: contractId(sections, suppliers),
        awardID: awardId(sections),
        title: row.text('CONTRACT_NAME'),
        status: 'active',
        dateSigned: row.instant('CONTRACT_SIGN_TIME'),
        suppliers,
        ...priced(row, { ...fields, words: ['OTHER_CONTRACT_PRICE'] }, setting),
      }),
    ],
  });
};

export const TENDER_RELEASES: Readonly<Record<string, RowMapping>> = {
  TENDER_PROJECT: project,
  SECTION: section,
  TENDER_ANN_QUA_INQUERY_ANN: notice,
  BID_OPENING_RECORD: opening,
  TENDER_LIST: bidder,
  TENDER_CANDIDATE_ANNOUNCE: candidates,
  WIN_RESULT_ANNO: result,
  CONTRACT_PERFORMANCE: contract,
};

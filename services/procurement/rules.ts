/** Every rule of procurement, in the order in which a purchase goes. */
import { documentRule } from '../../subgraph/check/document-rules.js';
import type { Rule } from '../../subgraph/check/define-rule.js';
import { unitRule } from '../../subgraph/check/unit-rules.js';
import { usccRules } from '../../subgraph/check/uscc-rules.js';
import { ProcurementAgent } from './agent/procurement-agent.entity.js';
import { AssetSale } from './asset-sale/asset-sale.entity.js';
import { Award } from './award/award.entity.js';
import { barredWinner } from './award/barred-winner.rule.js';
import { CandidateNotice } from './award/candidate-notice.entity.js';
import { firstCandidateWins, oneFirstCandidate, supplierAmongBidders } from './award/candidates.rule.js';
import { contractNotice } from './award/contract-notice.rule.js';
import { awardWithinLimit, costWithinCeiling, priceInWords } from './award/price-limit.rule.js';
import { sameAddress, sameTelephone } from './bid/bidders-contacts.rule.js';
import { Bid } from './bid/bid.entity.js';
import { identicalBids, singleBidder } from './bid/bidders.rule.js';
import {
  catalogueMatchesCategory,
  itemMatchesCategory,
  nameWithoutTrailingText,
  parentInCatalogue,
} from './catalogue/catalogue.rule.js';
import { CentralCatalogueEntry } from './catalogue/central-catalogue-entry.entity.js';
import { Complaint } from './complaint/complaint.entity.js';
import { contractAsAwarded, signedInTime } from './contract/as-awarded.rule.js';
import { ContractTransaction } from './contract/contract-transaction.entity.js';
import { Contract } from './contract/contract.entity.js';
import { paidWithinContract } from './contract/payments.rule.js';
import { worksHaveProject } from './contract/works-project.rule.js';
import { ContractingProcess } from './contracting-process/contracting-process.entity.js';
import { directAfterFailure } from './contracting-process/direct-after-failure.rule.js';
import { noticePeriod } from './contracting-process/notice-period.rule.js';
import { orderOfDays } from './contracting-process/order-of-days.rule.js';
import { oneNameOneCode, partyCodeIsSound } from './contracting-process/party.rule.js';
import { projectCodeIsOne } from './contracting-process/project-code.rule.js';
import { referencesAreParties } from './contracting-process/references.rule.js';
import { openAboveLimit, splitPurchases } from './contracting-process/split-purchases.rule.js';
import { MisconductRecord } from './misconduct/misconduct-record.entity.js';
import { noticeKnown, releaseNeverChanges } from './release/releases.rule.js';
import { Lot } from './tender/lot.entity.js';
import { Tender } from './tender/tender.entity.js';

export const procurementRules: readonly Rule[] = [
  ...usccRules({ entity: ProcurementAgent, column: 'uscc', field: 'uscc', key: 'uscc' }),
  partyCodeIsSound,
  oneNameOneCode,
  itemMatchesCategory,
  catalogueMatchesCategory,
  parentInCatalogue,
  nameWithoutTrailingText,
  projectCodeIsOne,
  // One decision may be about several parties, and answer several complaints.
  documentRule({ entity: MisconductRecord, column: 'decision_no', field: 'decisionNo', key: 'id', day: 'decided_on' }),
  documentRule({
    entity: Complaint,
    column: 'decision_no',
    field: 'decisionNo',
    key: 'id',
    day: 'decided_on',
    blankIsNone: true,
  }),
  ...[ContractingProcess, Tender, Lot, Bid, CandidateNotice, Award, Contract, ContractTransaction].map((entity) =>
    unitRule(entity),
  ),
  ...[CentralCatalogueEntry, AssetSale].map((entity) => unitRule(entity)),
  ...orderOfDays,
  noticePeriod,
  awardWithinLimit,
  priceInWords,
  costWithinCeiling,
  ...supplierAmongBidders,
  oneFirstCandidate,
  firstCandidateWins,
  contractAsAwarded,
  signedInTime,
  singleBidder,
  splitPurchases,
  openAboveLimit,
  barredWinner,
  identicalBids,
  sameAddress,
  sameTelephone,
  directAfterFailure,
  ...referencesAreParties,
  releaseNeverChanges,
  contractNotice,
  noticeKnown,
  ...paidWithinContract,
  worksHaveProject,
];

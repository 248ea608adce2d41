import { defineService } from '../../subgraph/define-service.js';
import { migrations } from './migrations/index.js';
import { procurementAgents } from './agent/procurement-agent.dataset.js';
import { ProcurementAgent } from './agent/procurement-agent.entity.js';
import { Amendment } from './amendment/amendment.entity.js';
import { assetSales } from './asset-sale/asset-sale.dataset.js';
import { AssetSale } from './asset-sale/asset-sale.entity.js';
import { AwardSupplier } from './award/award-supplier.entity.js';
import { Award } from './award/award.entity.js';
import { candidateNotices } from './award/candidate-notice.dataset.js';
import { CandidateNotice } from './award/candidate-notice.entity.js';
import { bidOpenings } from './bid/bid-opening.dataset.js';
import { BidOpening } from './bid/bid-opening.entity.js';
import { BidTenderer } from './bid/bid-tenderer.entity.js';
import { Bid } from './bid/bid.entity.js';
import { catalogueItems } from './catalogue/catalogue-item.dataset.js';
import { CatalogueItem } from './catalogue/catalogue-item.entity.js';
import { centralCatalogue } from './catalogue/central-catalogue-entry.dataset.js';
import { CentralCatalogueEntry } from './catalogue/central-catalogue-entry.entity.js';
import { complaints } from './complaint/complaint.dataset.js';
import { Complaint } from './complaint/complaint.entity.js';
import { ContractSupplier } from './contract/contract-supplier.entity.js';
import { ContractTransaction } from './contract/contract-transaction.entity.js';
import { Contract } from './contract/contract.entity.js';
import { ContractingProcess } from './contracting-process/contracting-process.entity.js';
import { ProcessDocument } from './contracting-process/process-document.entity.js';
import { ProcessMilestone } from './contracting-process/process-milestone.entity.js';
import { ProcessParty } from './contracting-process/process-party.entity.js';
import { misconductRecords } from './misconduct/misconduct-record.dataset.js';
import { MisconductRecord } from './misconduct/misconduct-record.entity.js';
import { Party } from './party/party.js';
import { projectLinks } from './project-link/project-link.dataset.js';
import { ProjectLink } from './project-link/project-link.entity.js';
import { Release } from './release/release.entity.js';
import { procurementRules } from './rules.js';
import { Agency } from './stubs/agency.stub.js';
import { LegalEntity } from './stubs/legal-entity.stub.js';
import { Project } from './stubs/project.stub.js';
import { Region } from './stubs/region.stub.js';
import { Item } from './tender/item.entity.js';
import { Lot } from './tender/lot.entity.js';
import { Tender } from './tender/tender.entity.js';

export const procurement = defineService({
  name: 'procurement',
  title: '公共采购与产权交易 / Procurement: processes, bids, awards, contracts, misconduct, property sales',
  // A row comes after the rows it refers to.
  entities: [
    ContractingProcess,
    ProcessParty,
    Tender,
    Lot,
    Bid,
    BidTenderer,
    BidOpening,
    CandidateNotice,
    Award,
    AwardSupplier,
    Contract,
    ContractSupplier,
    ContractTransaction,
    Amendment,
    Item,
    ProcessDocument,
    ProcessMilestone,
    Complaint,
    MisconductRecord,
    CatalogueItem,
    CentralCatalogueEntry,
    ProcurementAgent,
    AssetSale,
    ProjectLink,
    Release,
  ],
  stubs: [LegalEntity, Agency, Project, Region],
  values: [Party],
  resolvers: [],
  datasets: [
    catalogueItems,
    centralCatalogue,
    procurementAgents,
    candidateNotices,
    bidOpenings,
    complaints,
    misconductRecords,
    assetSales,
    projectLinks,
  ],
  rules: procurementRules,
  migrations,
});

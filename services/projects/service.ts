import { defineService } from '../../subgraph/define-service.js';
import { migrations } from './migrations/index.js';
import { changeOrders } from './change-order/change-order.dataset.js';
import { ChangeOrder } from './change-order/change-order.entity.js';
import { LandInstalment } from './land/land-instalment.entity.js';
import { landRules } from './land/land-transfer.rule.js';
import { landSupply } from './land/land-transfer.dataset.js';
import { LandTransfer } from './land/land-transfer.entity.js';
import { Party } from './party/party.js';
import { completionRules } from './progress/completion.rule.js';
import { progressRules } from './progress/progress.rule.js';
import { progressReports } from './progress/progress-report.dataset.js';
import { ProgressReport } from './progress/progress-report.entity.js';
import { fundingSources } from './project/funding-source.dataset.js';
import { FundingSource } from './project/funding-source.entity.js';
import { projectCodeRules } from './project/project-code.rule.js';
import { projectDayRules } from './project/project-days.rule.js';
import { projectMoneyRules } from './project/project-money.rule.js';
import { projectRegister } from './project/project.dataset.js';
import { ProjectComponent } from './project/project-component.entity.js';
import { Project } from './project/project.entity.js';
import { Agency } from './stubs/agency.stub.js';
import { LegalEntity } from './stubs/legal-entity.stub.js';
import { Region } from './stubs/region.stub.js';

export const projects = defineService({
  name: 'projects',
  title: '政府投资项目与土地供应 / Projects: public investment, its progress, and land supply',
  // A row comes after the rows it refers to.
  entities: [Project, ProjectComponent, FundingSource, ProgressReport, ChangeOrder, LandTransfer, LandInstalment],
  stubs: [Agency, LegalEntity, Region],
  values: [Party],
  resolvers: [],
  datasets: [projectRegister, fundingSources, progressReports, changeOrders, landSupply],
  rules: [
    ...projectDayRules,
    ...progressRules,
    ...projectMoneyRules,
    ...completionRules,
    ...landRules,
    ...projectCodeRules,
  ],
  migrations,
});

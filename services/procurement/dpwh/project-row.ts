/** One infrastructure project of a foreign source in OC4IDS vocabulary, as plain rows for the projects service. */
export interface ProjectRow {
  /** Scheme and source id, `PH-DPWH/18CH0091`: unique beside national project codes. */
  id: string;
  jurisdiction: string;
  sourceScheme: string;
  sourceId: string;
  title: string;
  description: string | null;
  /** OC4IDS projectStatus; null for a status the mapping does not know. */
  status: ProjectStatus | null;
  /** The source's own word for the status. */
  sourceStatus: string | null;
  /** OC4IDS projectType, when every component is of the same type. */
  type: ProjectType | null;
  /** OC4IDS projectSector codes of the components, without repetition. */
  sectors: string[];
  /** The source's own category. */
  sourceCategory: string | null;
  /** Exact decimal string in units of the currency. */
  budgetAmount: string | null;
  budgetCurrency: string | null;
  /** Year of the budget programme. */
  year: number | null;
  startOn: string | null;
  plannedCompletionOn: string | null;
  completedOn: string | null;
  /** Physical progress in percent, decimal string; the source gives no date for it. */
  progressPercent: string | null;
  /** WGS 84 degrees as printed, decimal strings. */
  latitude: string | null;
  longitude: string | null;
  regionText: string | null;
  /** Provinces of the components, joined by a comma. */
  provinceText: string | null;
  /** The engineering office in charge, as printed. */
  officeText: string | null;
  /** The ocid, or the id that stands for it, of each contracting process of the project. */
  contractingProcessIds: string[];
  components: ProjectComponentRow[];
  fundingSources: FundingSourceRow[];
}

export type ProjectStatus = 'preparation' | 'implementation' | 'completion' | 'cancelled';
export type ProjectType = 'construction' | 'rehabilitation' | 'replacement' | 'expansion';

export interface ProjectComponentRow {
  id: string;
  projectId: string;
  localId: string;
  description: string | null;
  /** The source's words for kind of infrastructure and of work. */
  infraType: string | null;
  typeOfWork: string | null;
  regionText: string | null;
  provinceText: string | null;
  latitude: string | null;
  longitude: string | null;
}

export interface FundingSourceRow {
  id: string;
  projectId: string;
  title: string;
  programme: string | null;
  /** Who finances, as printed. */
  financingParty: string | null;
  amount: string | null;
  currency: string | null;
}

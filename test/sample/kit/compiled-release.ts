/** An amount as JSON numbers it; compare with `fen`. */
export interface Value {
  readonly amount: number;
  readonly currency: string;
}

export interface Reference {
  readonly id: string;
  readonly name: string;
}

export interface Party extends Reference {
  readonly identifier: { readonly scheme: string; readonly id: string };
  readonly roles: readonly string[];
  readonly contactPoint?: { readonly telephone: string };
  readonly address?: { readonly streetAddress: string };
  readonly details?: { readonly regionCode: string };
}

export interface Bid {
  readonly id: string;
  readonly status: string;
  readonly tenderers: readonly Reference[];
  readonly value?: Value;
  readonly rank?: number;
  readonly relatedLots?: readonly string[];
}

export interface Award {
  readonly id: string;
  readonly status: string;
  readonly date: string;
  readonly value?: Value;
  readonly suppliers?: readonly Reference[];
  readonly items?: readonly Item[];
  readonly relatedLots?: readonly string[];
}

export interface Item {
  readonly quantity: number;
  readonly classification: { readonly id: string };
  readonly unit: { readonly value?: Value };
}

export interface Contract {
  readonly id: string;
  readonly awardID: string;
  readonly status: string;
  readonly dateSigned: string;
  readonly value?: Value;
  readonly period: { readonly startDate: string; readonly endDate: string };
  readonly suppliers: readonly Reference[];
  readonly documents: readonly { readonly datePublished: string }[];
  readonly amendments?: readonly { readonly id: string; readonly amountBefore: Value; readonly amountAfter: Value }[];
  readonly implementation?: {
    readonly transactions: readonly {
      readonly id: string;
      readonly date: string;
      readonly value: Value;
      readonly payer: Reference;
      readonly payee: Reference;
    }[];
  };
}

export interface Release {
  readonly ocid: string;
  readonly id: string;
  readonly date: string;
  readonly tag: readonly string[];
  readonly parties?: readonly Party[];
}

/** What the releases of a process merge to, as far as the tests look. */
export interface CompiledRelease extends Release {
  readonly parties: readonly Party[];
  readonly buyer: Reference;
  readonly planning: { readonly budget: { readonly amount: Value; readonly projectID?: string } };
  readonly tender: {
    readonly title: string;
    readonly status: string;
    readonly mainProcurementCategory: 'goods' | 'works' | 'services';
    readonly procurementMethod: string;
    readonly procurementMethodDetails: string;
    readonly procuringEntity: Reference;
    readonly value: Value;
    readonly ceilingPrice?: Value;
    readonly enquiryPeriod: { readonly endDate: string };
    readonly tenderPeriod: { readonly startDate: string; readonly endDate: string };
    readonly bidOpening: { readonly date: string };
    readonly items: readonly Item[];
    readonly lots?: readonly { readonly id: string; readonly value: Value }[];
  };
  readonly bids?: { readonly details: readonly Bid[] };
  readonly awards?: readonly Award[];
  readonly contracts?: readonly Contract[];
  readonly relatedProcesses?: readonly { readonly identifier: string }[];
}

/** Whole fen of a value, exact for what the sample prints. */
export function fen(value: Value | undefined): number {
  return Math.round((value?.amount ?? Number.NaN) * 100);
}

/** The day of a timestamp. */
export function dayOf(timestamp: string): string {
  return timestamp.slice(0, 10);
}

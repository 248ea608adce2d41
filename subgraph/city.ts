/** The city this hub is for: whose rows answer, and whose thresholds apply. */
export interface City {
  readonly name: string;
  readonly nameEn: string;
  /** GB/T 2260 code of the city. */
  readonly regionCode: string;
  readonly level: 'PREFECTURE' | 'COUNTY' | 'PROVINCE';
  /** The value of `jurisdiction` in the city's own rows. */
  readonly jurisdiction: string;
  readonly currency: string;
  /** True for the generated sample city. */
  readonly sample: boolean;
  /** The day the city's files speak for, when it is not the day of the import. */
  readonly dataAsOf?: string;
  /** OCDS prefix of the city's own processes. */
  readonly ocidPrefix?: string;
  /** Procurement thresholds by year, yuan as decimal strings. */
  readonly thresholds: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Numbers that the checks use instead of their own, decimal strings by the name that the rule gives them. */
  readonly checks?: Readonly<Record<string, string>>;
}

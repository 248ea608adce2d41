/** What the sample city says was planted for a rule, by the key of the record that its finding is about. */
import { readFileSync } from 'node:fs';
import path from 'node:path';

interface Anomaly {
  readonly rule: string;
  readonly keys: Readonly<Record<string, string | readonly string[]>>;
}

/** How the records of registry and projects are named in `keys`. */
const KEYS: Readonly<Record<string, (keys: Readonly<Record<string, string>>) => string>> = {
  P01: ({ projectCode }) => `Project ${projectCode}`,
  P01b: ({ projectCode }) => `Project ${projectCode}`,
  P02: ({ projectCode, quarter }) => `ProgressReport ${projectCode}/${quarter}`,
  P03: ({ projectCode }) => `Project ${projectCode}`,
  P04: ({ projectCode }) => `Project ${projectCode}`,
  P05: ({ projectCode }) => `Project ${projectCode}`,
  P07: ({ changeOrderId }) => `ChangeOrder ${changeOrderId}`,
  P07b: ({ changeOrderId }) => `ChangeOrder ${changeOrderId}`,
  P09: ({ projectCode }) => `Project ${projectCode}`,
  P11: ({ projectCode }) => `Project ${projectCode}`,
  L01: ({ landNo }) => `LandTransfer ${landNo}`,
  L02: ({ landNo }) => `LandTransfer ${landNo}`,
  L03: ({ landNo }) => `LandTransfer ${landNo}`,
  L04: ({ landNo }) => `LandTransfer ${landNo}`,
  R05: ({ uscc }) => `LegalEntity ${uscc}`,
  R06: ({ landNo }) => (landNo === undefined ? '' : `LandTransfer ${landNo}`),
  R07: ({ landNo }) => `LandTransfer ${landNo}`,
  R13: ({ landNo }) => `LandTransfer ${landNo}`,
  R14: ({ projectCode }) => `Project ${projectCode}`,
  R15: ({ projectCode }) => `Project ${projectCode}`,
  R15b: ({ agencyId }) => `Agency ${agencyId}`,
  R15c: ({ successionId }) => `AgencySuccession ${successionId}`,
  R16b: ({ projectCode, quarter }) => `ProgressReport ${projectCode}/${quarter}`,
  X03: ({ projectCode }) => `Project ${projectCode}`,
  X05: ({ projectCode }) => `Project ${projectCode}`,
};

/** `rule entity key` of all that is planted for rules about rows of registry and projects. */
export function plantedIn(sampleFolder: string): string[] {
  const { anomalies } = JSON.parse(readFileSync(path.join(sampleFolder, 'anomalies.json'), 'utf8')) as {
    anomalies: Anomaly[];
  };
  return anomalies.flatMap(({ rule, keys }) => {
    if (rule === 'R06b' && Array.isArray(keys['uscc'])) return keys['uscc'].map((uscc) => `R06b LegalEntity ${uscc}`);
    const name = KEYS[rule]?.(keys as Readonly<Record<string, string>>);
    return name ? [`${rule} ${name}`] : [];
  });
}

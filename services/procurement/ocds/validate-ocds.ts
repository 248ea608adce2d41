import { toPlain } from '../../../subgraph/import/exact-json.js';
import { shown, type Finding } from './finding.js';
import type { OcdsFile, OcdsUnit } from './read-ocds.js';
import { schemaFindings } from './schema-findings.js';
import { semanticFindings } from './semantic-rules.js';

export interface Verdict {
  /** False when any finding is an E: then nothing of the release is stored. */
  accepted: boolean;
  findings: Finding[];
}

/** One release against the official OCDS 1.1.5 schema and the rules that a schema cannot express (T11). */
export function validateUnit(unit: OcdsUnit): Verdict {
  const schema = schemaFindings('release', toPlain(unit.release), unit.file, unit.pointer);
  const findings = [...schema, ...semanticFindings(unit)];
  return { accepted: findings.every((finding) => finding.severity !== 'E'), findings };
}

/**
 * What is wrong with the package around the releases. These are all W: a package without a licence or an address
 * says nothing against the releases inside, and each of those is judged by {@link validateUnit}.
 */
export function validateEnvelope({ file, kind, envelope, units }: OcdsFile): Finding[] {
  if (!envelope || (kind !== 'release-package' && kind !== 'record-package')) return [];
  const contents = kind === 'release-package' ? 'releases' : 'records';
  const findings = schemaFindings(kind, toPlain({ ...envelope, [contents]: [] }), file, '');
  const version = envelope.version;
  if (typeof version === 'string' && version !== '1.1' && /^\d+\.\d+$/.test(version)) {
    findings.push({
      rule: 'OCDS-VERSION',
      severity: 'W',
      file,
      path: '/version',
      value: shown(version),
      zh: `数据自称 OCDS ${version}；按 1.1.5 核对和读取。`,
      en: `The data says it is OCDS ${version}; it is checked and read as 1.1.5.`,
      remedy: '升级到 OCDS 1.1 / Upgrade to OCDS 1.1.',
    });
  }
  if (units.length === 0) {
    findings.push({
      rule: 'OCDS-EMPTY',
      severity: 'W',
      file,
      path: `/${contents}`,
      value: shown(envelope[contents]),
      zh: '包内没有可导入的内容。',
      en: 'The package holds nothing to load.',
      remedy: '核对导出 / Check the export.',
    });
  }
  return findings.map((finding) => ({ ...finding, severity: 'W' }));
}

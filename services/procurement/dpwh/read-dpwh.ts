import { isObject, printExact, type JsonObject } from '../../../subgraph/import/exact-json.js';
import { shown, type Finding } from '../ocds/finding.js';
import { jsonFiles, readJsonFile } from '../ocds/json-file.js';

/** One contract document of the public-works portal of the Philippines and where it was read. */
export interface DpwhDocument {
  file: string;
  contractId: string;
  /** The object under `data`. */
  data: JsonObject;
}

export interface DpwhCorpus {
  /** One document for each contract. */
  documents: DpwhDocument[];
  /** JSON files read, and how many of them repeat another one word for word. */
  files: number;
  identicalCopies: number;
  findings: Finding[];
}

/** Every contract under the given files and folders, once each: portal folders repeat contracts of several works. */
export async function readDpwh(paths: readonly string[]): Promise<DpwhCorpus> {
  const chosen = new Map<string, { document: DpwhDocument; text: string }>();
  const corpus: DpwhCorpus = { documents: [], files: 0, identicalCopies: 0, findings: [] };
  for (const file of (await Promise.all(paths.map(jsonFiles))).flat()) {
    corpus.files++;
    const { value, findings } = await readJsonFile(file);
    corpus.findings.push(...findings);
    if (value === undefined) continue;
    const document = isObject(value) ? documentOf(file, value) : null;
    if (!document) {
      corpus.findings.push(notDpwh(file, isObject(value) ? Object.keys(value) : value));
      continue;
    }
    const text = printExact(document.data);
    const earlier = chosen.get(document.contractId);
    if (!earlier) chosen.set(document.contractId, { document, text });
    else if (earlier.text === text) corpus.identicalCopies++;
    else {
      const isBetter = standing(document, text) > standing(earlier.document, earlier.text);
      if (isBetter) chosen.set(document.contractId, { document, text });
      const [left, kept] = isBetter ? [earlier.document, document] : [document, earlier.document];
      corpus.findings.push(twice(left, kept));
    }
  }
  corpus.documents = [...chosen.values()].map(({ document }) => document);
  return corpus;
}

function documentOf(file: string, value: JsonObject): DpwhDocument | null {
  const { data } = value;
  if (!isObject(data) || typeof data.contractId !== 'string') return null;
  const contractId = data.contractId.trim();
  return contractId !== '' && isObject(data.procurement) ? { file, contractId, data } : null;
}

/** The newer document by its last picture, then the longer one; the text last, so that the choice never wavers. */
function standing({ data }: DpwhDocument, text: string): string {
  const images = data.imageSummary;
  const latest = isObject(images) && typeof images.latestImageDate === 'string' ? images.latestImageDate : '';
  return `${latest.padEnd(32)}${String(text.length).padStart(12, '0')}${text}`;
}

function notDpwh(file: string, value: unknown): Finding {
  return {
    rule: 'DPWH-KIND',
    severity: 'E',
    file,
    path: '',
    value: shown(value),
    zh: '不是菲律宾公共工程部的合同文件：缺少 data.contractId 或 data.procurement。',
    en: 'Not a contract document of the public-works portal: data.contractId or data.procurement is missing.',
    remedy: '核对文件 / Check the file.',
  };
}

function twice(left: DpwhDocument, kept: DpwhDocument): Finding {
  return {
    rule: 'DPWH-TWICE',
    severity: 'W',
    file: left.file,
    path: '/data/contractId',
    value: shown(left.contractId),
    zh: `同一合同的另一份文件 ${kept.file} 内容不同；采用较新、较长的一份，本份未导入。`,
    en: `Another document of this contract, ${kept.file}, differs; the newer and longer one is used, this one is not.`,
    remedy: '核对两份文件 / Compare the two documents.',
  };
}

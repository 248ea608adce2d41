import path from 'node:path';
import { HubProblem } from './problem.js';
import { VARIABLES } from './variables.js';

/** What the environment says, checked and typed. */
export interface Config {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** Absolute. */
  readonly dataDir: string;
  readonly databaseUrl: string | undefined;
  /** Whether the first start loads the sample city. */
  readonly sample: boolean;
  readonly production: boolean;
  readonly introspection: boolean;
  readonly cursorSecret: string | undefined;
  /** GraphQL addresses by service name, for a gateway that runs alone. */
  readonly serviceUrls: Readonly<Record<string, string>>;
}

type Environment = Readonly<Record<string, string | undefined>>;

const SERVICE_URL = 'HUB_URL_';

/** Reads the environment; the first value that breaks its rule is refused with the variable's name. */
export function readConfig(environment: Environment = process.env): Config {
  const values = new Map(
    VARIABLES.map(({ name, default: fallback }) => [name as string, environment[name]?.trim() || fallback]),
  );
  const value = (name: (typeof VARIABLES)[number]['name']): string => values.get(name) ?? '';
  return {
    host: value('HUB_HOST'),
    port: readPort(value('PORT')),
    dataDir: path.resolve(value('HUB_DATA_DIR')),
    databaseUrl: readUrl('DATABASE_URL', value('DATABASE_URL'), ['postgres:', 'postgresql:', 'socket:']),
    sample: readSwitch('HUB_SAMPLE', value('HUB_SAMPLE')),
    production: value('NODE_ENV') === 'production',
    introspection: readSwitch('HUB_INTROSPECTION', value('HUB_INTROSPECTION')),
    cursorSecret: value('HUB_CURSOR_SECRET') || undefined,
    serviceUrls: readServiceUrls(environment),
  };
}

function readPort(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (port <= 65_535) return port;
  throw refused('PORT', text, '0–65535 的整数', 'a whole number from 0 to 65535');
}

function readSwitch(name: string, text: string): boolean {
  if (text === 'on') return true;
  if (text === 'off') return false;
  throw refused(name, text, 'on 或 off', 'on or off');
}

/** The value is not repeated in the refusal of a database: it may hold a password. */
function readUrl(name: string, text: string, protocols: readonly string[]): string | undefined {
  if (text === '') return undefined;
  if (
    protocols.some(
      (protocol) => text.startsWith(`${protocol}//`) || (protocol === 'socket:' && text.startsWith(protocol)),
    )
  ) {
    return text;
  }
  const forms = protocols.map((protocol) => `${protocol}//…`).join(', ');
  throw refused(name, '…', `以 ${forms} 开头的地址`, `an address that begins with ${forms}`);
}

function readServiceUrls(environment: Environment): Record<string, string> {
  const urls: Record<string, string> = {};
  for (const [name, text] of Object.entries(environment)) {
    if (!name.startsWith(SERVICE_URL) || !text) continue;
    const url = readUrl(name, text.trim(), ['http:', 'https:']);
    if (url !== undefined) urls[name.slice(SERVICE_URL.length).toLowerCase()] = url;
  }
  return urls;
}

/** The variable that tells where a service answers. */
export const urlVariable = (service: string): string => SERVICE_URL + service.toUpperCase();

const refused = (name: string, text: string, zh: string, en: string): HubProblem =>
  new HubProblem(
    `环境变量 ${name}=${text} 无效，应为${zh}`,
    `the environment variable ${name}=${text} is not valid; it must be ${en}`,
  );

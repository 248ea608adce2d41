import pg from 'pg';
import { MAJOR } from './embedded-cluster.js';
import { DatabaseProblem } from './embedded-problem.js';

/**
 * Checks a server that the operator names: PostgreSQL 18 or later, `btree_gist` (valid time needs it),
 * UTF-8, and the right to make schemas. Nothing is changed.
 */
export async function checkGivenServer(url: string): Promise<void> {
  const problem = whyUnfit(await readFacts(url));
  if (problem) throw problem;
}

/** The first thing that keeps a server from being used; undefined where it fits. */
export function whyUnfit(facts: ServerFacts): DatabaseProblem | undefined {
  if (facts.version < MAJOR * 10_000) {
    return new DatabaseProblem(
      `DATABASE_URL 指向 PostgreSQL ${facts.versionName}，需要 ${MAJOR} 或更高版本`,
      `DATABASE_URL points at PostgreSQL ${facts.versionName}; version ${MAJOR} or later is needed`,
    );
  }
  if (!facts.hasBtreeGist) {
    return new DatabaseProblem(
      'DATABASE_URL 指向的服务器没有 btree_gist 扩展，请安装 PostgreSQL 的 contrib 包',
      'the server that DATABASE_URL points at lacks the extension btree_gist; install PostgreSQL’s contrib package',
    );
  }
  if (facts.encoding !== 'UTF8') {
    return new DatabaseProblem(
      `数据库 ${facts.database} 的编码是 ${facts.encoding}，需要 UTF8`,
      `the database ${facts.database} is encoded in ${facts.encoding}; UTF8 is needed`,
    );
  }
  if (!facts.mayCreate) {
    return new DatabaseProblem(
      `用户 ${facts.role} 无权在数据库 ${facts.database} 中建立模式（CREATE）`,
      `the role ${facts.role} may not create schemas in the database ${facts.database}`,
    );
  }
  return undefined;
}

/** What a server says about itself. */
export interface ServerFacts {
  version: number;
  versionName: string;
  hasBtreeGist: boolean;
  encoding: string;
  mayCreate: boolean;
  database: string;
  role: string;
}

const FACTS = `select current_setting('server_version_num')::int as version, current_setting('server_version') as "versionName",
  exists (select from pg_available_extensions where name = 'btree_gist') as "hasBtreeGist",
  current_setting('server_encoding') as encoding, has_database_privilege(current_database(), 'CREATE') as "mayCreate",
  current_database() as database, current_user as role`;

async function readFacts(url: string): Promise<ServerFacts> {
  let client: pg.Client | undefined;
  try {
    client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
    client.on('error', () => undefined);
    await client.connect();
    const { rows } = await client.query<ServerFacts>(FACTS);
    const [facts] = rows;
    if (!facts) throw new Error('the server answered nothing');
    return facts;
  } catch (cause) {
    // The driver's sentence names host and role, never the password.
    const reason =
      cause instanceof Error ? cause.message || String(('code' in cause && cause.code) ?? cause.name) : String(cause);
    throw new DatabaseProblem(
      `连接不上 DATABASE_URL 指向的数据库：${reason}`,
      `cannot connect to the database that DATABASE_URL points at: ${reason}`,
      { cause },
    );
  } finally {
    await client?.end().catch(() => undefined);
  }
}

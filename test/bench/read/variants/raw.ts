/** The limit: SQL written by hand, its JSON text straight to the socket. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import pg from 'pg';
import { CASES } from '../cases.js';
import type { Variables } from '../case.js';
import { begin } from './begin.js';

const byName = new Map(CASES.map((each) => [each.name, each.raw]));

await begin(async ({ databaseUrl, poolSize, sessionOptions, city }) => {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: poolSize, options: sessionOptions });
  pool.on('error', () => undefined);
  const answer = async (body: string, response: ServerResponse): Promise<void> => {
    const { name, variables } = JSON.parse(body) as { name: string; variables: Variables };
    const raw = byName.get(name);
    if (!raw) throw new Error(`no case ${name}`);
    const { rows } = await pool.query<[string]>({
      name,
      text: raw.text,
      values: [...raw.values(variables, city)],
      rowMode: 'array',
    });
    send(response, `{"data":${rows[0]?.[0] ?? 'null'}}`);
  };
  return createServer((request, response) => {
    read(request, (body) => {
      answer(body, response).catch((error: unknown) => send(response, JSON.stringify({ errors: [String(error)] })));
    });
  });
});

function read(request: IncomingMessage, done: (body: string) => void): void {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => done(Buffer.concat(chunks).toString()));
}

function send(response: ServerResponse, text: string): void {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) });
  response.end(text);
}

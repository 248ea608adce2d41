#!/usr/bin/env node
// Ends with 0 when the process of this container answers well at the path: `node bin/health.js /readyz`.
import process from 'node:process';

const [path = '/healthz'] = process.argv.slice(2);
try {
  // oxlint-disable-next-line node/no-process-env -- runs apart from the hub, before its configuration is there
  const answer = await fetch(`http://127.0.0.1:${process.env.PORT ?? 4000}${path}`, {
    signal: AbortSignal.timeout(2_500),
  });
  process.exit(answer.ok ? 0 : 1);
} catch {
  process.exit(1);
}

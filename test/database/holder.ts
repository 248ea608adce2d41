import { startDatabase } from '../../subgraph/database/embedded.js';

/** A command that uses the built-in database until it is told to stop; what it learns goes out as one JSON line each. */
const [dataDir = ''] = process.argv.slice(2);
const say = (fact: object): boolean => process.stdout.write(`${JSON.stringify(fact)}\n`);

try {
  const began = performance.now();
  const database = await startDatabase({ dataDir, log: (line) => void say({ log: line }) });
  process.once('SIGTERM', () => {
    void database.stop().then(() => {
      say({ stopped: true });
      process.exit(0);
    });
  });
  // Only now: whoever reads this may ask it to stop at once.
  say({ url: database.url, origin: database.origin, ms: Math.round(performance.now() - began) });
} catch (error) {
  say({ problem: String(error) });
  process.exit(1);
}

/** The procurement service as it is served. */
import { procurement } from '../../../../services/procurement/service.js';
import { createService } from '../../../../subgraph/service.js';
import { begin } from './begin.js';

await begin(async ({ databaseUrl, city }) => {
  const service = await createService(procurement, { databaseUrl, city, cursorSecret: 'bench', production: true });
  const { url } = await service.listen({ host: '127.0.0.1', port: 0 });
  return url;
});

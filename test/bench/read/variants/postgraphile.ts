/** PostGraphile 5 with its plugins for filters and aggregates, over the same tables, set up as its documentation says. */
import { createServer } from 'node:http';
import { packageOf } from '../../peers.js';
import { begin } from './begin.js';

const require = packageOf();
const { postgraphile } = require('postgraphile') as typeof import('postgraphile');
const { makePgService } = require('postgraphile/adaptors/pg') as typeof import('postgraphile/adaptors/pg');
const { PostGraphileAmberPreset } =
  require('postgraphile/presets/amber') as typeof import('postgraphile/presets/amber');
const { grafserv } = require('postgraphile/grafserv/node') as typeof import('postgraphile/grafserv/node');
const { PostGraphileConnectionFilterPreset } =
  require('postgraphile-plugin-connection-filter') as typeof import('postgraphile-plugin-connection-filter');
const { PgAggregatesPreset } = require('@graphile/pg-aggregates') as typeof import('@graphile/pg-aggregates');

/** Its aggregates group by the hour and the day; the other spans are added as its documentation shows. */
const GroupByMonthAndYear: GraphileConfig.Plugin = {
  name: 'GroupByMonthAndYear',
  version: '1.0.0',
  after: ['PgAggregatesSpecsPlugin'],
  schema: {
    hooks: {
      build(build) {
        const { sql, dataplanPg, pgAggregateGroupBySpecs } = build;
        if (!sql || !dataplanPg || !pgAggregateGroupBySpecs)
          throw new Error('the presets for PostgreSQL are not loaded');
        const { date } = dataplanPg.TYPES;
        for (const span of ['month', 'year'])
          pgAggregateGroupBySpecs.push({
            id: `truncated-to-${span}`,
            isSuitableType: (codec) => codec === date,
            sqlWrap: (column) => sql`date_trunc(${sql.literal(span)}, ${column}::timestamp)::date`,
            sqlWrapCodec: (codec) => codec,
          });
        return build;
      },
    },
  },
};

await begin(async ({ databaseUrl, poolSize, sessionOptions }) => {
  const pgl = postgraphile({
    extends: [PostGraphileAmberPreset, PostGraphileConnectionFilterPreset, PgAggregatesPreset],
    plugins: [GroupByMonthAndYear],
    // As the hub orders, and as the indexes are.
    schema: { pgOrderByNullsLast: true },
    grafserv: { graphiql: false, watch: false },
    grafast: { explain: false },
    pgServices: [
      makePgService({
        connectionString: databaseUrl,
        schemas: ['procurement', 'bench'],
        pubsub: false,
        poolConfig: { max: poolSize, options: sessionOptions },
      }),
    ],
  });
  const server = createServer();
  await pgl.createServ(grafserv).addTo(server);
  return server;
});

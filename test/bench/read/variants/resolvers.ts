/** Resolvers as tutorials write them: Apollo Server, MikroORM's entities, `em.find`, a DataLoader for each list. */
import { createServer } from 'node:http';
import { ApolloServer, HeaderMap } from '@apollo/server';
import type { EntityClass } from '@mikro-orm/core';
import { ReflectMetadataProvider } from '@mikro-orm/decorators/legacy';
import { defineConfig, MikroORM } from '@mikro-orm/postgresql';
import { procurement } from '../../../../services/procurement/service.js';
import { begin } from './begin.js';
import { RESOLVERS, TYPES, requestContext } from './resolver-types.js';

await begin(async ({ databaseUrl, poolSize, sessionOptions, city }) => {
  const orm = await MikroORM.init(
    defineConfig({
      clientUrl: databaseUrl,
      dbName: new URL(databaseUrl).pathname.slice(1),
      schema: procurement.name,
      entities: [...procurement.entities, ...procurement.values] as EntityClass<object>[],
      metadataProvider: ReflectMetadataProvider,
      pool: { min: 0, max: poolSize },
      // The connections' name is part of the address, of which MikroORM keeps what it knows.
      driverOptions: {
        application_name: new URL(databaseUrl).searchParams.get('application_name'),
        options: sessionOptions,
      },
      forceUtcTimezone: true,
    }),
  );
  const server = new ApolloServer({ typeDefs: TYPES, resolvers: RESOLVERS as never, stopOnTerminationSignals: false });
  await server.start();
  return createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const headers = new HeaderMap();
    for (const [name, value] of Object.entries(request.headers))
      if (typeof value === 'string') headers.set(name, value);
    const result = await server.executeHTTPGraphQLRequest({
      httpGraphQLRequest: {
        method: 'POST',
        headers,
        search: '',
        body: JSON.parse(Buffer.concat(chunks).toString()) as unknown,
      },
      context: async () => requestContext(orm.em.fork(), city),
    });
    response.writeHead(result.status ?? 200, Object.fromEntries(result.headers));
    response.end(result.body.kind === 'complete' ? result.body.string : undefined);
  });
});

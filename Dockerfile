# Kindling in one image: the community (the default), or only the Perspective routes. See docs/running.md and docs/perspective.md.
FROM node:20-bookworm-slim AS build
WORKDIR /kindling
COPY . .
RUN npm run setup && npm prune --omit=dev

FROM node:20-bookworm-slim
WORKDIR /kindling
ENV NODE_ENV=production HOST=0.0.0.0 KINDLING_DATA=/data
COPY --from=build --chown=node:node /kindling /kindling
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 4600 4610
# Signals reach the process itself, so that it closes in order.
ENTRYPOINT ["node", "bin/kindling.mjs"]
CMD ["serve"]

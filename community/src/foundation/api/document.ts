import type { Api } from '../feature.ts'

const description = `Everything a member can do here in a browser, a program can do for them.

**Tokens.** A member makes them under Settings, Tokens, with the scopes they need. Send one as
\`Authorization: Bearer kdl_...\`. What anyone may read needs none. A token never has more than its member;
what stewards may do needs the scope \`steward\` besides.

**Errors** are problem+json (RFC 9457): \`code\` stays the same over versions, \`title\` is a sentence,
\`errors\` has one sentence for each field that does not fit.

**Lists** go on with \`cursor\`. There are no totals, and nothing here is a number made from how much
somebody was thanked.

**Limits.** \`429\` comes with \`Retry-After\` in seconds.`

/** The OpenAPI document of every endpoint that was added. */
export function apiDocument(api: Api, place: { name: string; url: string }): object {
  return api.getOpenAPI31Document(
    {
      openapi: '3.1.0',
      info: { title: `${place.name} · Kindling API`, version: '1', description },
      servers: [{ url: `${place.url}/api/v1` }],
    },
    { sortComponents: 'alphabetically' },
  )
}

/** How a program says who it asks for. */
export function addSecuritySchemes(api: Api): void {
  api.openAPIRegistry.registerComponent('securitySchemes', 'token', {
    type: 'http',
    scheme: 'bearer',
    description: 'A token that a member made. Scopes: read, write, thanks, messages, steward.',
  })
  api.openAPIRegistry.registerComponent('securitySchemes', 'session', {
    type: 'apiKey',
    in: 'cookie',
    name: 'kindling.session_token',
    description: 'The session of our own pages, from the same address only.',
  })
}

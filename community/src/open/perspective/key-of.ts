import { bearerOf } from '../../foundation/http/bearer-of.ts'

/** The key of a request: in its query, in a header or as a bearer token, as clients of the original send it. */
export const keyOf = (
  query: URLSearchParams,
  header: (name: string) => string | undefined,
): string | undefined =>
  query.get('key') ||
  query.get('access_token') ||
  query.get('oauth_token') ||
  header('x-goog-api-key') ||
  bearerOf(header('authorization')) ||
  undefined

import { expect, test } from 'vitest'
import { parseBatch } from './batch.ts'

const type = 'multipart/mixed; boundary="==one=="'
const body = (...parts: string[]) =>
  `${parts.map((part) => `--==one==\r\n${part}`).join('\r\n')}\r\n--==one==--\r\n`
const request = '{"comment": {"text": "Hm."}}'

test('parts as client libraries write them, ids folded over lines included', () => {
  const [part, other] = parseBatch(
    type,
    body(
      `Content-Type: application/http\r\nContent-ID:\r\n <0f2a + why%20%20not>\r\n\r\nPOST /v1alpha1/comments:analyze?key=a HTTP/1.1\r\nContent-Type: application/json\r\nX-Goog-Api-Key: b\r\n\r\n${request}`,
      'Content-Type: application/http\n\nGET /$discovery/rest\n\n',
    ),
  )
  expect(part).toMatchObject({
    contentId: '<0f2a + why%20%20not>',
    method: 'POST',
    target: '/v1alpha1/comments:analyze?key=a',
    body: request,
  })
  expect('headers' in part! && part.headers.get('x-goog-api-key')).toBe('b')
  expect(other).toMatchObject({ contentId: undefined, method: 'GET', target: '/$discovery/rest', body: '' })
})

test.each([
  [undefined, body('a')],
  ['application/json', body('a')],
  [type, ''],
  [type, 'nothing'],
])('what is no batch is refused: %#', (contentType, text) => {
  expect(() => parseBatch(contentType, text)).toThrow('The batch could not be read')
})

test('more than client libraries put into one is refused', () => {
  const part = 'Content-Type: application/http\r\n\r\nGET /$discovery/rest'
  expect(parseBatch(type, body(...Array<string>(1000).fill(part)))).toHaveLength(1000)
  expect(() => parseBatch(type, body(...Array<string>(1001).fill(part)))).toThrow('more than 1000 requests')
})

test('a part that is no request keeps its id', () => {
  const [part] = parseBatch(type, body('Content-Type: application/http\r\nContent-ID: <a>\r\n\r\nno request'))
  expect(part).toEqual({ contentId: '<a>' })
})

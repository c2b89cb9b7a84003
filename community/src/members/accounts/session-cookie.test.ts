import { expect, test } from 'vitest'
import { makeSessionCookies } from './session-cookie.ts'

const cookies = makeSessionCookies('kindling', 'a secret of at least thirty-two signs', false)
const value = (line: string) => line.split(';')[0]!

test('a cookie of ours gives its token, among others too', () => {
  const ours = value(cookies.write('token123'))
  expect(cookies.read(ours)).toBe('token123')
  expect(cookies.read(`mykindling=x; ${ours}; theme=dark`)).toBe('token123')
})

test.each([
  undefined,
  null,
  '',
  'kindling=',
  'kindling=token123',
  'kindling=token123.AAAA',
  'kindling=%E0%A4%A',
  'kindling2=a.b',
])('gives nothing for %j', (header) => {
  expect(cookies.read(header)).toBeUndefined()
})

test('a cookie signed with another secret gives nothing', () => {
  const other = makeSessionCookies('kindling', 'another secret of thirty-two signs or so', false)
  expect(cookies.read(value(other.write('token123')))).toBeUndefined()
})

test('behind https the cookie is for https only', () => {
  const secure = makeSessionCookies('kindling', 'a secret of at least thirty-two signs', true)
  expect(secure.write('t')).toMatch(
    /^__Secure-kindling=.*; Max-Age=2592000; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
  )
})

import { expect, test } from 'vitest'
import { localPath, withThen } from './local-path.ts'

test.each([
  'https://elsewhere.example',
  '//elsewhere.example',
  '/\\elsewhere.example',
  '/%5C/elsewhere'.replace('%5C', '\\'),
  'javascript:alert(1)',
  '/\t/elsewhere.example',
  ' /spaces',
  'spaces',
  '',
  undefined,
  null,
  '/..//elsewhere.example',
  '/./\n/elsewhere.example',
  'http:/elsewhere',
])('leads nowhere else: %j', (wanted) => {
  expect(new URL(localPath(wanted), 'http://here.example').origin).toBe('http://here.example')
  expect(localPath(wanted).startsWith('//')).toBe(false)
})

test('keeps places here, with their questions', () => {
  expect(localPath('/new?need=advice#top')).toBe('/new?need=advice#top')
  expect(localPath('https://elsewhere.example', '/arrived')).toBe('/arrived')
  expect(withThen('/join', '/')).toBe('/join')
  expect(withThen('/join?invitation=a', '/new?hello=1')).toBe('/join?invitation=a&then=%2Fnew%3Fhello%3D1')
})

import { expect, test } from 'vitest'
import { renderMarkdown } from '../foundation/index.ts'
import { HOLD_DAYS, isNewHere, linkedHosts, type Writer } from './hold-rules.ts'

const home = 'https://street.example'
const sites = (source: string, names?: ReadonlyMap<string, string>) =>
  linkedHosts(renderMarkdown(source, names), home)

test.each([
  ['a marked link', '[look](https://shop.example/a?b=1&c=2)', ['shop.example']],
  ['a bare address', 'see https://shop.example/a', ['shop.example']],
  ['an address in brackets', '<https://shop.example>', ['shop.example']],
  ['a link by reference', '[look][1]\n\n[1]: https://shop.example', ['shop.example']],
  ['another alphabet', 'https://пример.рф/а', ['xn--e1afmkfd.xn--p1ai']],
  ['the same in punycode', 'https://xn--e1afmkfd.xn--p1ai/', ['xn--e1afmkfd.xn--p1ai']],
  ['our name before an at sign', '[home](https://street.example@shop.example/)', ['shop.example']],
  ['our name as a part of another', 'https://street.example.shop.com', ['street.example.shop.com']],
  ['another port of ours', 'https://street.example:8443/', ['street.example:8443']],
  ['capital letters', '[look](HTTPS://SHOP.example)', ['shop.example']],
  ['a link around a picture', '[![cat](/files/x)](https://shop.example)', ['shop.example']],
  ['the same site twice', 'https://shop.example/a https://shop.example/b', ['shop.example']],
])('%s leads elsewhere', (_, source, found) => {
  expect(sites(source)).toEqual(found)
})

test.each([
  ['our own page', 'https://street.example/posts/1 and [here](/spaces/garden)'],
  ['an e-mail address', 'mira@shop.example and [write](mailto:mira@shop.example)'],
  ['a place in this page', '[up](#answer)'],
  ['code', '`https://shop.example`\n\n```\nwww.shop.com\n```'],
  ['a picture elsewhere, which is not shown', '![cat](https://shop.example/cat.png)'],
  ['what no page links to', '[run](javascript:alert(1)) [data](data:text/html,x)'],
  ['a bare domain, which the renderer leaves as words', 'see www.shop.com or shop.com'],
  ['words with full stops', 'e.g. this. And that'],
])('%s does not', (_, source) => {
  expect(sites(source)).toEqual([])
})

test('a mention does not', () => {
  expect(sites('Thanks @mira', new Map([['mira', 'Mira']]))).toEqual([])
})

const now = new Date('2030-06-10T12:00:00Z')
const ago = (days: number) => new Date(now.getTime() - days * 86_400_000)
const newcomer: Writer = { role: 'member', joinedAt: ago(0), addressUnconfirmed: false, vouchedFor: false }

test.each<[string, Partial<Writer>, boolean]>([
  ['who has just joined', {}, true],
  ['until the last moment of their first days', { joinedAt: ago(HOLD_DAYS - 0.001) }, true],
  ['not after them', { joinedAt: ago(HOLD_DAYS) }, false],
  [
    'long after, with an address that is not confirmed',
    { joinedAt: ago(30), addressUnconfirmed: true },
    true,
  ],
  ['not a host', { role: 'host' }, false],
  ['not a steward', { role: 'steward', addressUnconfirmed: true }, false],
  ['not an administrator', { role: 'administrator' }, false],
  ['not who was invited by an administrator', { vouchedFor: true, addressUnconfirmed: true }, false],
])('new here: %s', (_, writer, is) => {
  expect(isNewHere({ ...newcomer, ...writer }, now)).toBe(is)
})

test('new here: nobody, where nothing is held', () => {
  expect(isNewHere(newcomer, now, 0)).toBe(false)
})

import { rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { attacks } from '../../../test/kit/attacks.ts'
import {
  mentionedHandles,
  pictureLine,
  picturesIn,
  plainExcerpt,
  renderFile,
  renderMarkdown,
} from './render.ts'

const file = '01890000-0000-7000-8000-000000000000'
const names = new Map([['mira', 'Mira <b>"Q"</b>']])

/** Everything a rendered text may be made of. What is not on this list does not pass. */
const plainTags = 'p|em|strong|s|code|blockquote|ul|li|h[3-6]|thead|tbody|tr'
const allowed = new RegExp(
  [
    `</?(?:${plainTags})>`,
    '</?(?:ol|th|td|a)>',
    '<(?:pre|table) tabindex="0">|</(?:pre|table)>',
    '<(?:br|hr)>',
    '<ol start="\\d+">',
    '<code class="language-[^"<>]*">',
    '<t[hd] class="at-(?:center|end)">',
    '<a href="(?:https?://|mailto:|/(?!/|\\\\)|#)[^"<>]*"(?: title="[^"<>]*")?(?: rel="nofollow ugc noopener")?>',
    `<img src="/files/[0-9a-f-]{36}" alt="[^"<>]*"(?: title="[^"<>]*")?(?: width="\\d+" height="\\d+")? loading="lazy">`,
  ].join('|'),
  'g',
)

/** What is left of a rendered text once everything allowed is taken out: never a bracket. */
function suspicious(html: string): string {
  return html.replace(allowed, '').replace(/[^<>]/g, '')
}

test('there are at least sixty attacks to withstand', () => {
  expect(new Set(attacks).size).toBeGreaterThanOrEqual(60)
})

for (const attack of attacks)
  test(`stays text: ${JSON.stringify(attack).slice(0, 80)}`, () => {
    for (const source of [
      attack,
      `Hello ${attack} there`,
      `> ${attack}`,
      `- a\n- ${attack}`,
      `**${attack}**`,
      `${attack}\n\n${attack}`,
    ]) {
      const html = renderMarkdown(source, names)
      expect(suspicious(html)).toBe('')
      expect(html).not.toMatch(/<script|href="\s*(?:javascript|vbscript|data|file):/i)
      // Between the quoted values, where an attribute would stand.
      expect(html.replace(/"[^"]*"/g, '""')).not.toMatch(/<[^>]*\son\w+\s*=/i)
    }
  })

test('whatever is typed, only what is allowed comes out', () => {
  const piece = fc.oneof(
    fc.constantFrom(...attacks),
    fc.constantFrom(
      '[',
      ']',
      '(',
      ')',
      '<',
      '>',
      '"',
      "'",
      '`',
      '```\n',
      '\n',
      '\n\n',
      '![',
      '](',
      '@mira',
      '&#',
      ';',
      '\\',
      ':',
      '//',
      '|',
      '---',
    ),
    fc.string({ unit: 'binary', maxLength: 12 }),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      expect(suspicious(renderMarkdown(pieces.join(''), names).toWellFormed())).toBe('')
    }),
    { numRuns: 400 },
  )
})

test('a mention becomes a link with the name, but not in code, links or words', () => {
  const linked = '<a href="/members/mira">@Mira &lt;b&gt;&quot;Q&quot;&lt;/b&gt;</a>'
  expect(renderMarkdown('Thanks @mira!', names)).toBe(`<p>Thanks ${linked}!</p>\n`)
  for (const source of [
    '`@mira`',
    '[@mira](https://a.example)',
    'a@mira',
    '@mirabel',
    'https://a.example/@mira',
  ])
    expect(renderMarkdown(source, names)).not.toContain('/members/mira')
  expect(mentionedHandles('@mira and `@noor` and @sol-2, a@b.example')).toEqual(['mira', 'sol-2'])
})

test('a link without an address stays its words, and one without words is none', () => {
  expect(renderMarkdown('See [**here**]() and [](/help), [there](/help).')).toBe(
    '<p>See <strong>here</strong> and , <a href="/help" rel="nofollow ugc noopener">there</a>.</p>\n',
  )
})

test('headings stay below those of the page', () => {
  expect(renderMarkdown('# a\n\n###### b')).toBe('<h3>a</h3>\n<h6>b</h6>\n')
})

test('only our own pictures are shown; others leave their description', () => {
  expect(renderMarkdown(`![a cat](/files/${file})`)).toContain(
    `<img src="/files/${file}" alt="a cat" loading="lazy">`,
  )
  expect(renderMarkdown('![a cat](https://evil.example/cat.png)')).toBe('<p>a cat</p>\n')
  const sized = renderMarkdown(
    `![a cat](/files/${file})`,
    new Map(),
    new Map([[file, { width: 40, height: 30 }]]),
  )
  expect(sized).toContain('width="40" height="30"')
})

test('any description of a picture arrives as it was typed', () => {
  const escaped = (text: string) =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (typed) => {
      const text = typed.replace(/\s+/g, ' ').trim()
      const line = pictureLine(file, typed)
      expect(picturesIn(line)).toEqual([file])
      expect(renderMarkdown(line)).toBe(
        `<p><img src="/files/${file}" alt="${escaped(text)}" loading="lazy"></p>\n`,
      )
    }),
    { numRuns: 300 },
  )
})

test('the first words of a text come without its marks, quotes and pictures', () => {
  expect(
    plainExcerpt(`> before\n\n**Hello** [you](https://a.example)\n\n${pictureLine(file, 'a cat')}`, 80),
  ).toBe('Hello you')
})

test('twenty thousand characters meant to take long are rendered quickly', () => {
  const bodies = [
    '[',
    '![',
    '*',
    '_ ',
    '`',
    '> ',
    '- ',
    '<',
    '[a](',
    '&',
    '**a ',
    '|',
    '~',
    '@mira ',
    '1. ',
    '\n',
  ].map((piece) => piece.repeat(Math.floor(20_000 / piece.length)))
  for (const body of bodies) {
    const start = process.cpuUsage()
    renderMarkdown(body, names)
    const spent = process.cpuUsage(start)
    expect((spent.user + spent.system) / 1000).toBeLessThan(2_000)
  }
})

// Beside the packages it may need, and gone again afterwards.
const bundle = join(tmpdir(), `kindling-preview-${process.pid}.mjs`)
let preview: (source: string) => string

beforeAll(async () => {
  const entry = fileURLToPath(new URL('../../../client/preview.entry.ts', import.meta.url))
  const built = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    format: 'esm',
    write: false,
    platform: 'browser',
  })
  writeFileSync(bundle, built.outputFiles[0]!.contents)
  preview = ((await import(/* @vite-ignore */ pathToFileURL(bundle).href)) as { render: typeof preview })
    .render
  return () => rmSync(bundle, { force: true })
})

test('the preview on the device shows what the server will show', () => {
  const ordinary = [
    'Hello **you**',
    '# A\n\n- b\n- c',
    '```js\nlet a\n```',
    '| a | b |\n|:-:|--:|\n| c | d |',
    `![a](/files/${file})`,
    'www.a.example https://a.example',
    'a\nb',
  ]
  for (const source of [...ordinary, ...attacks]) expect(preview(source)).toBe(renderMarkdown(source.trim()))
})

test('code and tables, which scroll on a phone, can be reached by the keyboard', () => {
  expect(renderMarkdown('```\nlong line\n```')).toBe('<pre tabindex="0"><code>long line\n</code></pre>\n')
  expect(renderMarkdown('    indented')).toMatch(/^<pre tabindex="0">/)
  expect(renderMarkdown('| a | b |\n| - | - |\n| 1 | 2 |')).toMatch(/^<table tabindex="0">/)
})

test('in what people write a line ends where they ended it; in a file of ours it is wrapped for editors', () => {
  const text = 'Two lines\nof one paragraph.\n\n- an item\n  that goes on'
  expect(renderMarkdown(text)).toContain('Two lines<br>\nof one')
  expect(renderFile(text)).not.toContain('<br>')
  expect(renderFile(text)).toContain('Two lines\nof one paragraph.')
})

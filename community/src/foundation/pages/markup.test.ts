import fc from 'fast-check'
import { expect, test } from 'vitest'
import { escapeText, markup } from './markup.ts'

test('what is put into a template is text, whatever it holds', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const html = String(markup`<p title="${text}">${text}</p>`)
      expect(html.replace(/&(?:amp|lt|gt|quot|#39);/g, '').match(/[&<>"']/g)?.join('')).toBe('<""></' + '>')
    }),
  )
  expect(escapeText(`<a href="x" title='y'>&`)).toBe('&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;')
})

test('templates may stand in templates, and nothing is nothing', () => {
  const inner = markup`<b>${'<'}</b>`
  expect(String(markup`${inner}${[inner, inner]}${false}${null}${undefined}${0}`)).toBe('<b>&lt;</b>'.repeat(3) + '0')
})

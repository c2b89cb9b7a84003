import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { mapped, unanswered } from './attributes.ts'

const docs = readFileSync(new URL('../../../../docs/perspective.md', import.meta.url), 'utf8')
const between = (name: string) => docs.split(`<!-- ${name} -->`)[1]?.split(`<!-- /${name} -->`)[0]?.trim()

test('the documentation names what is answered, by what, and how well it is known', () => {
  const rows = Object.entries(mapped).map(
    ([name, { attribute, quality }]) => `| \`${name}\` | ${attribute} | ${quality} |`,
  )
  expect(between('names')).toBe(rows.join('\n'))
})

test('the documentation names what is refused', () => {
  expect(between('unanswered')).toBe(unanswered.map((name) => `\`${name}\``).join(', '))
})

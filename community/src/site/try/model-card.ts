import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'

const { resolve } = createRequire(import.meta.url)

/** Lines that begin something of their own: a heading, a row of a table, an item. */
const BEGINS = /^(?:#|\||- |\d+\. |$)/

/** Lines of one paragraph become one: the file is wrapped for editors, and pages break where a line ends. */
export function unwrap(markdown: string): string {
  const lines: string[] = []
  for (const line of markdown.split('\n')) {
    const last = lines.at(-1)
    const goesOn = last !== undefined && last !== '' && !/^[#|]/.test(last) && !BEGINS.test(line)
    if (goesOn) lines[lines.length - 1] = `${last} ${line.trim()}`
    else lines.push(line)
  }
  return lines.join('\n')
}

/** The model card as it ships beside the models: Markdown, without its own heading. */
export async function modelCard(): Promise<string> {
  const card = await readFile(resolve('@kindling/tone/model/MODEL_CARD.md'), 'utf8')
  // Its first heading is the page's; the others move up beside it.
  return unwrap(card.replace(/^# .*\n/, '').replace(/^#(?=#+ )/gm, ''))
}

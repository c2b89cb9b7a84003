import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'

const { resolve } = createRequire(import.meta.url)

/** The model card as it ships beside the models: Markdown, without its own heading. */
export async function modelCard(): Promise<string> {
  const card = await readFile(resolve('@kindling/tone/model/MODEL_CARD.md'), 'utf8')
  // Its first heading is the page's; the others move up beside it.
  return card.replace(/^# .*\n/, '').replace(/^#(?=#+ )/gm, '')
}

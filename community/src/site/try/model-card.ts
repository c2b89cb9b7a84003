import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { renderFile } from '../../foundation/index.ts'

const { resolve } = createRequire(import.meta.url)

async function render(): Promise<string> {
  const card = await readFile(resolve('@kindling/tone/model/MODEL_CARD.md'), 'utf8')
  // Its first heading is the page's; the others move up beside it.
  return renderFile(card.replace(/^# .*\n/, '').replace(/^#(?=#+ )/gm, ''))
}

let rendered: Promise<string> | undefined

/** The model card that ships beside the models, as HTML and without its own heading. It is made once. */
export function modelCard(): Promise<string> {
  rendered ??= render()
  // What could not be read once is read again.
  rendered.catch(() => {
    rendered = undefined
  })
  return rendered
}

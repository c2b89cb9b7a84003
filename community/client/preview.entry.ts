import { renderMarkdown } from '../src/foundation/markdown/render.ts'

/** Words as they will stand on the page, by the very rules the server renders with. Names are not looked up. */
export function render(source: string): string {
  return renderMarkdown(source.trim())
}

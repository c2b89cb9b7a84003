import { plainExcerpt, plainWords } from '../foundation/index.ts'

/** The beginning of the words that a form is about, and beside it whose they are. */
export function Excerpt({
  side,
  entry,
  length,
}: {
  side: string
  entry: { html: string; language: string | undefined }
  length: number
}) {
  return (
    <div class="row bare">
      <p class="side">{side}</p>
      <div class="main">
        <blockquote lang={entry.language} dir="auto">
          {plainExcerpt(plainWords(entry.html), length)}
        </blockquote>
      </div>
    </div>
  )
}

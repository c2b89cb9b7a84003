import { plainExcerpt } from '../foundation/index.ts'

/** The beginning of the words that a form is about, as plain text, and beside it whose they are. */
export function Excerpt({
  side,
  entry,
  length,
}: {
  side: string
  entry: { words: string; language: string | undefined }
  length: number
}) {
  return (
    <div class="row bare">
      <p class="side">{side}</p>
      <div class="main">
        <blockquote lang={entry.language} dir="auto">
          {plainExcerpt(entry.words, length)}
        </blockquote>
      </div>
    </div>
  )
}

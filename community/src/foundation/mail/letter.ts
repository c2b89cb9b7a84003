/** A letter to one person, on behalf of one community. */
export interface Letter {
  communityId: string
  to: string
  subject: string
  text: string
  html?: string
  /** Where one press ends letters of this kind (RFC 8058); it must take a POST. */
  listUnsubscribe?: string
}

export interface LetterParts {
  paragraphs: readonly string[]
  /** The one thing to press. It stands after the paragraphs. */
  link?: { label: string; url: string }
  /** Smaller words below: why this came, how to end it. */
  foot?: readonly string[]
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escapeHtml = (text: string) => text.replace(/[&<>"]/g, (letter) => escapes[letter]!)

const sheet = 'margin:0;padding:24px 16px;background:#f6f1e5;color:#1d2220;font:18px/1.5 sans-serif'
const button =
  'display:inline-block;padding:12px 26px;background:#1d2220;color:#f6f1e5;border-radius:3px;font-weight:600;text-decoration:none'
const small = 'margin:0 0 8px;font-size:15px;color:#565a50'

function paragraph(text: string, style = 'margin:0 0 18px'): string {
  return `<p style="${style}">${escapeHtml(text).replaceAll('\n', '<br>')}</p>`
}

/** The same words twice: plain, and as a small HTML page with one button. No pictures, nothing fetched. */
export function layOut({ paragraphs, link, foot = [] }: LetterParts): { text: string; html: string } {
  const text = [
    ...paragraphs,
    ...(link ? [`${link.label}:\n${link.url}`] : []),
    ...(foot.length > 0 ? [`-- \n${foot.join('\n')}`] : []),
  ].join('\n\n')
  const body = [
    ...paragraphs.map((words) => paragraph(words)),
    ...(link
      ? [
          `<p style="margin:0 0 18px"><a href="${escapeHtml(link.url)}" style="${button}">${escapeHtml(link.label)}</a></p>`,
        ]
      : []),
    ...foot.map((words) => paragraph(words, small)),
  ].join('\n')
  const html = `<!doctype html>
<html><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"></head>
<body style="${sheet}"><div style="max-width:560px">
${body}
</div></body></html>`
  return { text: `${text}\n`, html }
}

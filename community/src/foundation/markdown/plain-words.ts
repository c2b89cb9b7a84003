const entities: Record<string, string> = { quot: '"', '#39': '’', lt: '<', gt: '>', amp: '&' }

/** Where one piece of text ends and another begins; a mark within a line parts nothing. */
const BLOCK =
  /<\/?(?:p|br|h[1-6]|ul|ol|li|blockquote|pre|table|thead|tbody|tr|th|td|hr|div|figure|figcaption)\b[^>]*>/g

/** The words of rendered Markdown as they are read, for quoting a few of them. */
export function plainWords(html: string): string {
  return html
    .replace(BLOCK, ' ')
    .replace(/<[^>]+>/g, '')
    .replace(/&(quot|#39|lt|gt|amp);/g, (_, name: string) => entities[name]!)
    .replace(/\s+/g, ' ')
    .trim()
}

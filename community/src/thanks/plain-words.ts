import { plainExcerpt } from '../foundation/index.ts'

const named: Record<string, string> = { quot: '"', '#39': '’', lt: '<', gt: '>', amp: '&' }

/** Rendered words as they are read, without marks. */
export const plainWords = (html: string): string =>
  html.replace(/<[^>]+>/g, ' ').replace(/&(quot|#39|lt|gt|amp);/g, (_, name: string) => named[name]!)

export const shortly = (html: string): string => plainExcerpt(plainWords(html), 220)

import { tidyLine } from '../../foundation/index.ts'

/** Languages a member may name, and how long each may be. */
export const MOST_LANGUAGES = 8
const LANGUAGE_LENGTH = 40
export const PRONOUNS_LENGTH = 40

/** Languages as typed with commas between, each once. */
export function readLanguages(typed: string): string[] {
  const seen = new Set<string>()
  const list: string[] = []
  for (const piece of typed.split(/[,،、\n]+/u)) {
    const text = tidyLine(piece).slice(0, LANGUAGE_LENGTH)
    if (!text || seen.has(text.toLowerCase())) continue
    seen.add(text.toLowerCase())
    list.push(text)
  }
  return list.slice(0, MOST_LANGUAGES)
}

/** Several lines, without what cannot be stored or seen. */
export function tidyText(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(/[^\P{Cc}\n]/gu, '')
    .trim()
}

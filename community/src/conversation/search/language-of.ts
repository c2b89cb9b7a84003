import type { House } from '../../foundation/index.ts'
import { guessLanguage } from './guess-language.ts'

/** The language new words are kept under: what they seem to be in, else what the community speaks. */
export async function languageOf(house: House, communityId: string, text: string): Promise<string> {
  return guessLanguage(text, (await house.communities.byId(communityId))?.language)
}

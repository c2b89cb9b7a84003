import type { House, MemberViewer } from '../../foundation/index.ts'

/** Words that somebody posted, as its author wrote them. */
export interface PostedWords {
  /** Each as it is read: the title, and the words. */
  texts: string[]
  href: string
}

declare module '../../foundation/feature.ts' {
  interface Feature {
    /** The last posts and answers of a space that this viewer may see, newest first: what a setting is tried on. */
    recentWords?(house: House, viewer: MemberViewer, spaceId: string, limit: number): Promise<PostedWords[]>
  }
}

/** From whichever feature keeps what people post. */
export async function recentWords(
  house: House,
  viewer: MemberViewer,
  spaceId: string,
  limit: number,
): Promise<PostedWords[]> {
  const found = house.features.map((feature) => feature.recentWords?.(house, viewer, spaceId, limit) ?? [])
  return (await Promise.all(found)).flat()
}

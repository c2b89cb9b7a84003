import type { PostingBy, SpaceKind, SpaceVisibility } from './rules.ts'

declare module '../foundation/database/tables.ts' {
  interface Tables {
    spaces: {
      community_id: string
      id: string
      slug: string
      name: string
      kind: SpaceKind
      visibility: SpaceVisibility
      posting_by: PostingBy
      description: string
      norms: string[]
      position: number
      archived_at: Date | null
      created_at: Date
    }
    /** Who was let into an invited space, and who follows along in the others. */
    space_members: { community_id: string; space_id: string; member_id: string; joined_at: Date }
  }
}

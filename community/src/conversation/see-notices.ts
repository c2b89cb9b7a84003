import { afterAnswer, fill, isMember } from '../foundation/index.ts'
import { seeNoticesOf } from '../notices/index.ts'
import { besidePost } from './slots.ts'

/** Who opens a thread has seen what notices told them of it. Shows nothing, and asks nothing where nothing is new. */
export const seeNotices = fill(besidePost, {
  async load(house, page, posts) {
    const { viewer } = page
    if (isMember(viewer) && viewer.hasNews)
      afterAnswer(house, 'notices-seen', () =>
        Promise.all(posts.map((post) => seeNoticesOf(house, viewer, post.id))),
      )
    return new Map<string, never>()
  },
  render: () => null,
})

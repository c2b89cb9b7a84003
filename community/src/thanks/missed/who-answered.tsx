import { type EntryItem, entryHeard, MORE_FORM, replyPlace } from '../../conversation/index.ts'
import { fill, Icon, isMember, type PageContext } from '../../foundation/index.ts'
import { thanksWords as w } from '../words.ts'
import type { Answerer } from './read-answerers.ts'
import { whoAnswered } from './remind.ts'

function WhoAnswered({
  page,
  postId,
  answerers,
}: {
  page: PageContext
  postId: string
  answerers: readonly Answerer[]
}) {
  return (
    <section class="who-answered" aria-labelledby="who-answered">
      <h3 class="lab" id="who-answered">
        {page.t(w.whoAnswered)}
      </h3>
      <ul>
        {answerers.map(({ replyId, name = page.t(w.aMember) }) => (
          <li>
            <a href={replyPlace(postId, replyId)}>{name}</a>
            <a
              class="act"
              href={`/thank?post=${postId}&reply=${replyId}`}
              aria-label={page.t(w.thankName, { name })}
            >
              <Icon name="thanks" />
              {page.t(w.thank)}
            </a>
          </li>
        ))}
      </ul>
      <button
        class="act plain"
        type="submit"
        form={MORE_FORM}
        formaction={`/thanks/missed/${postId}/not-now`}
      >
        {page.t(w.notNow)}
      </button>
    </section>
  )
}

/** Under one's own answered ask: who answered, with Thank beside each. */
export const whoAnsweredFill = fill(entryHeard, {
  async load(house, page, items): Promise<Map<string, Answerer[]> | undefined> {
    const post = items[0]?.post
    const { viewer } = page
    if (!post?.mine || !isMember(viewer) || viewer.waiting) return undefined
    const answerers = await whoAnswered(house, viewer, post)
    if (answerers.length === 0) return undefined
    return new Map([[post.id, answerers]])
  },
  render: (answerers, { entry }: EntryItem, page) =>
    answerers && !entry.isReply ? <WhoAnswered page={page} postId={entry.id} answerers={answerers} /> : null,
})

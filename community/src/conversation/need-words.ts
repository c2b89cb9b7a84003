import type { PageContext, Phrase } from '../foundation/index.ts'
import type { Need } from './rules.ts'
import type { AuthorView, PostView } from './views.ts'
import { conversationWords as w } from './words.ts'

/** The name somebody is shown by: "A member" where an entry stands without one. */
export function authorName(page: PageContext, author: AuthorView | undefined): string {
  return author?.name ?? page.t(w.aMember)
}

const sentences: Record<Need, Phrase> = {
  listening: w.needListening,
  advice: w.needAdvice,
  hands: w.needHands,
  resource: w.needResource,
  feedback: w.needFeedback,
  celebrate: w.needCelebrate,
}

const lines: Record<Need, Phrase> = {
  listening: w.lineListening,
  advice: w.lineAdvice,
  hands: w.lineHands,
  resource: w.lineResource,
  feedback: w.lineFeedback,
  celebrate: w.lineCelebrate,
}

/** What a post needs, as the house says it beside the post and above the answer box. */
export function needText(page: PageContext, post: Pick<PostView, 'need' | 'newToThis' | 'author'>): string {
  const name = authorName(page, post.author)
  const parts = [
    post.need && page.t(sentences[post.need], { name }),
    post.newToThis && page.t(w.newToThis, { name }),
  ]
  return parts.filter(Boolean).join(' ')
}

/** The same beside a line of a feed; the name alone where nothing was asked for. */
export function needLine(page: PageContext, need: Need | null, author: AuthorView | undefined): string {
  return page.t(need ? lines[need] : w.lineNothing, { name: authorName(page, author) })
}

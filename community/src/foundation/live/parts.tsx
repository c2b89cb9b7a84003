import { isMember } from '../http/viewer.ts'
import type { Phrase } from '../i18n/words.ts'
import type { PageContext } from '../pages/context.ts'
import { liveWords as w } from './words.ts'

/**
 * Where a page says that something is new, once something is. Nothing moves by itself: the reader presses
 * Show, and the script fetches the page and puts in what is missing. Without script it stays empty,
 * and so it does for visitors: live updates are for members.
 * @param topic what to listen to: "thread:<id>"
 * @param says what is new, where it is not answers
 */
export function LiveLine({
  page,
  topic,
  says = w.newAnswers,
}: {
  page: PageContext
  topic: string
  says?: Phrase
}) {
  if (!isMember(page.viewer) || page.viewer.waiting) return null
  return (
    <div class="row live" data-live={topic} data-since={String(page.time.now.getTime())}>
      <p class="main house" role="status" />
      <template>
        {page.t(says)}{' '}
        <a class="act plain" href={page.path}>
          {page.t(w.show)}
        </a>
      </template>
    </div>
  )
}

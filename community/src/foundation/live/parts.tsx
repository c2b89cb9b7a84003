import { isMember } from '../http/viewer.ts'
import type { PageContext } from '../pages/context.ts'
import { liveWords as w } from './words.ts'

/**
 * Where a page says that something is new, once something is. Nothing moves by itself: the reader presses
 * Show, and the script fetches the page and puts in what is missing. Without script it stays empty,
 * and so it does for visitors: live updates are for members.
 * @param topic what to listen to: "thread:<id>"
 */
export function LiveLine({ page, topic }: { page: PageContext; topic: string }) {
  if (!isMember(page.viewer) || page.viewer.waiting) return null
  return (
    <div class="row live" data-live={topic} data-since={String(page.time.now.getTime())}>
      <p class="main house" role="status" />
      <template>
        {page.t(w.newAnswers)}{' '}
        <a class="act plain" href={page.path}>
          {page.t(w.show)}
        </a>
      </template>
    </div>
  )
}

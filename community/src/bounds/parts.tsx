import type { PageContext } from '../foundation/index.ts'
import { boundsWords as w } from './words.ts'

export interface BoundsTarget {
  handle: string
  name: string
  muted: boolean
  /** Where to go back to. */
  back: string
}

const muteHref = ({ handle, muted, back }: BoundsTarget) =>
  `/bounds/${handle}/${muted ? 'unmute' : 'mute'}?back=${encodeURIComponent(back)}`

/** A button in the manner of a link: mutes somebody, or hears them again. */
export function MuteAction({ page, target }: { page: PageContext; target: BoundsTarget }) {
  return (
    <form class="inline" method="post" action={muteHref(target)}>
      <button class="act plain" type="submit">
        {page.t(target.muted ? w.unmute : w.mute, { name: target.name })}
      </button>
    </form>
  )
}

/** Leads to the page that says what blocking does. */
export function BlockLink({ page, target }: { page: PageContext; target: BoundsTarget }) {
  return (
    <a class="act plain" href={`/bounds/${target.handle}/block?back=${encodeURIComponent(target.back)}`}>
      {page.t(w.block, { name: target.name })}
    </a>
  )
}

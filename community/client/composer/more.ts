import type { MoreWords } from '@kindling/pause'
import type { MoreTold } from '../../src/composer/own-model/told.ts'

const ADDRESS = '/composer/suggest'

/** What the server answered, as far as it is used. */
interface Answered {
  suggestions: Awaited<ReturnType<MoreWords['find']>>
  more?: MoreTold
}

async function find(
  told: MoreTold,
  heard: (more: MoreTold | undefined) => void,
  ...[text, reading, context]: Parameters<MoreWords['find']>
): ReturnType<MoreWords['find']> {
  const body = new URLSearchParams({ text, reader: reading.model.name })
  if (context?.answering) body.set('answering', context.answering)
  // Pressing the button under the sentence is the yes, and it is a yes to what that sentence named.
  if (told.says !== null) body.set('agreesTo', String(told.addressVersion))
  const answer = await fetch(ADDRESS, { method: 'POST', body, headers: { accept: 'application/json' } })
  if (!answer.ok) return []
  const { suggestions, more } = (await answer.json()) as Answered
  heard(more)
  return suggestions
}

/**
 * The community's own language model, as the pause offers it. The draft goes there when its button is pressed, and not before.
 * @param heard what the server says of it from now on
 */
export function moreFrom(told: MoreTold, heard: (more: MoreTold | undefined) => void): MoreWords {
  const { ask, says, no, waiting, from, other, none } = told
  const never = () => {
    heard(undefined)
    void fetch(`${ADDRESS}/never`, { method: 'POST', keepalive: true }).catch(() => {})
  }
  return {
    ask,
    waiting,
    from,
    other,
    none,
    ...(says === null ? {} : { says }),
    ...(no === null ? {} : { no: { label: no, press: never } }),
    find: (...draft) => find(told, heard, ...draft),
  }
}

import { z } from 'zod'
import {
  Choices,
  type FieldErrors,
  type PageContext,
  type Phrase,
  Tick,
  type Typed,
} from '../foundation/index.ts'
import { type Need, needs } from './rules.ts'
import { conversationWords as w } from './words.ts'

const choiceWords: Record<Need, Phrase> = {
  listening: w.chooseListening,
  advice: w.chooseAdvice,
  resource: w.chooseResource,
  hands: w.chooseHands,
  feedback: w.chooseFeedback,
  celebrate: w.chooseCelebrate,
}

/** What a form says of a post besides its words. */
export const needForm = {
  need: z.enum([...needs, '']).default(''),
  newToThis: z.literal('yes').optional(),
}

/** What `needForm` read, as a post holds it. */
export function needOf({ need, newToThis }: { need: Need | ''; newToThis?: 'yes' | undefined }) {
  return { need: need || null, newToThis: newToThis === 'yes' }
}

/** What would help, one of the needs or nothing in particular, and whether its writer is new to this. */
export function NeedFields({
  page,
  typed,
  errors,
}: {
  page: PageContext
  typed: Typed
  errors?: FieldErrors | undefined
}) {
  const choices = needs.map((value) => ({ value, label: page.t(choiceWords[value]) }))
  return (
    <>
      <Choices
        name="need"
        legend={page.t(w.whatHelps)}
        chosen={typed.need ?? ''}
        errors={errors}
        choices={[...choices, { value: '', label: page.t(w.chooseNothing) }]}
      />
      <Tick name="newToThis" label={page.t(w.iAmNew)} checked={typed.newToThis === 'yes'} />
    </>
  )
}

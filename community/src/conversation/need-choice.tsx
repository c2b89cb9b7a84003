import { Choices, type FieldErrors, type PageContext, type Phrase } from '../foundation/index.ts'
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

/** What would help: one of the needs, or nothing in particular. */
export function NeedChoice({
  page,
  chosen,
  errors,
}: {
  page: PageContext
  chosen: string
  errors?: FieldErrors | undefined
}) {
  const choices = needs.map((value) => ({ value, label: page.t(choiceWords[value]) }))
  return (
    <Choices
      name="need"
      legend={page.t(w.whatHelps)}
      chosen={chosen}
      errors={errors}
      choices={[...choices, { value: '', label: page.t(w.chooseNothing) }]}
    />
  )
}

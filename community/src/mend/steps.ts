import type { Phrase } from '../foundation/index.ts'
import type { DecisionKind } from './rules.ts'
import { mendWords as w } from './words.ts'

/** A sentence to begin with; the steward changes it. */
export interface Start {
  name: string
  label: Phrase
  text: Phrase
}

/** What a step asks for and says. */
export interface Step {
  title: Phrase
  lead: Phrase
  confirm: Phrase
  /** Label and hint of the first box; undefined where nobody but the reporter reads anything. */
  reason?: { label: Phrase; hint?: Phrase }
  starts: readonly Start[]
  /** In their place where the author can only take the words back. */
  fixedStarts?: readonly Start[]
  /** What stands in the box for the reporter; undefined where they are not written to. */
  answer?: Phrase | ''
}

const forAuthor = { label: w.reasonForAuthor, hint: w.reasonForAuthorHint }

/** Every step of a case: its words, and the sentences to start from. */
export const steps: Record<DecisionKind, Step> = {
  hide: {
    title: w.titleHide,
    lead: w.leadHide,
    confirm: w.confirmHide,
    reason: forAuthor,
    answer: w.answerHide,
    starts: [
      { name: 'person', label: w.startPerson, text: w.startPersonText },
      { name: 'hurt', label: w.startHurt, text: w.startHurtText },
      { name: 'private', label: w.startPrivate, text: w.startPrivateText },
      { name: 'place', label: w.startPlace, text: w.startPlaceText },
    ],
    fixedStarts: [
      { name: 'person', label: w.startPerson, text: w.startPersonFixedText },
      { name: 'hurt', label: w.startHurt, text: w.startHurtFixedText },
      { name: 'private', label: w.startPrivate, text: w.startPrivateFixedText },
      { name: 'unwanted', label: w.startUnwanted, text: w.startUnwantedText },
    ],
  },
  restore: {
    title: w.titleRestore,
    lead: w.leadRestore,
    confirm: w.confirmRestore,
    reason: { label: w.reasonForAuthor },
    answer: w.answerRestore,
    starts: [
      { name: 'back', label: w.startBack, text: w.startBackText },
      { name: 'mistake', label: w.startMistake, text: w.startMistakeText },
    ],
  },
  keep: {
    title: w.titleKeep,
    lead: w.leadKeep,
    confirm: w.confirmKeep,
    reason: forAuthor,
    answer: w.answerKeep,
    starts: [{ name: 'keep', label: w.startKeep, text: w.startKeepText }],
  },
  fine: { title: w.titleFine, lead: w.leadFine, confirm: w.confirmFine, starts: [], answer: w.answerFine },
  note: {
    title: w.titleNote,
    lead: w.leadNote,
    confirm: w.confirmNote,
    reason: { label: w.reasonForColleagues },
    starts: [],
  },
  answer: { title: w.titleAnswer, lead: w.leadAnswer, confirm: w.confirmAnswer, starts: [], answer: '' },
}

export function isStep(name: string): name is DecisionKind {
  return Object.hasOwn(steps, name)
}

import { words } from '../foundation/index.ts'

export const attentionWords = words('attention', {
  title: 'What may speak up',
  about: 'Pauses and reminders: how often they may speak to you, and Just the conversation.',
  lead: 'At most {day} a day and {week} a week speak up while you write, whatever they are about. Nobody else sees this page.',
  quiet: 'Just the conversation',
  quietHint: 'Nothing speaks up unasked, until you take this back.',
  on: 'May speak up',
  off: 'Stays away for good',
  perDay: 'at most {day} a day and {week} a week',
  asleep: 'Asleep until {day}, because you did not want it twice in a row.',
  endIt: 'You did not want it {count} times in a row. Shall it stay away for good?',
  notYet: 'It has not spoken to you this month.',
  spoken: {
    one: 'It spoke once this month.',
    other: 'It spoke {count} times this month.',
  },
  heeded: {
    one: 'Once you took it up.',
    other: 'You took it up {count} times.',
  },
  still: {
    one: 'Once it kept still, because it is being tried here whether it helps.',
    other: '{count} times it kept still, because it is being tried here whether it helps.',
  },
  kept: 'What is kept is when it spoke and whether you wanted it, for two months, and which threads it spoke about, so that it does so once. Nothing of what you wrote.',
  save: 'Save',
  saved: 'Saved.',
})

export const attentionErrors = words('attention.errors', {
  chooseWrong: 'Choose one of the two.',
  kindUnknown: 'There is no such kind here. GET /attention lists them.',
})

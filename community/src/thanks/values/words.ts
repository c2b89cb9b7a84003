import { words } from '../../foundation/index.ts'

export const valueWords = words('thanks.values', {
  title: 'What matters here',
  about: 'Values of your own, which a note of thanks may be for.',
  lead: 'Three to eight, in words that people here would use. Whoever thanks somebody may say which of them it was for, and need not.',
  none: 'None so far. Without them nothing changes: thanks are thanks.',
  one: 'Value {place}',
  more: 'Room for more',
  name: 'It is for …',
  nameHint: 'For instance: taking time to explain',
  sentence: 'What that looks like here',
  leaveEmpty: 'Empty both fields to lay one aside. Notes that were given for it keep its words.',
  goOn: 'See what members will notice',
  noticeTitle: 'What members will notice',
  first: 'Under the words of a note of thanks stands a list of what it may be for. Nobody has to choose.',
  firstPage:
    'Each space where thanks may be shown gets a page of kudos: at most three notes under each of them.',
  last: 'There is nothing to choose from any more, and the pages of kudos close. Notes keep their words.',
  added: 'A note may be for “{name}”.',
  renamed: '“{before}” is called “{name}” from now on. Notes that were given before keep “{before}”.',
  described: 'Another sentence stands beside “{name}”.',
  rested: '“{name}” cannot be chosen any more. Notes that were given for it keep it.',
  small:
    'In a place of a few people everybody knows who thanked whom, and who was not there. That may feel close.',
  use: 'Use from now',
  keep: 'Keep as it was',
  saved: 'Saved.',
  restedTitle: 'Laid aside',
  restedLead: 'Nobody can choose these, and what was given for them keeps their words.',
  wake: 'Take up again',
  auditChanged: '{actor} changed what matters here',
  chooseLabel: 'What was it for?',
  chooseNone: 'Nothing in particular',
  forValue: 'For {value}',
})

export const valueErrors = words('thanks.values.errors', {
  notYours: 'An administrator writes these down.',
  nameMissing: 'It needs a few words that can follow “for”.',
  nameTooLong: 'A name holds {count} characters. The rest fits in its sentence.',
  sentenceMissing: 'One sentence says what that looks like here.',
  sentenceTooLong: 'A sentence holds {count} characters here.',
  alike: 'Two of them have the same name.',
  tooFew: 'Three are the fewest. Add one more, or empty them all to have none.',
  tooMany: 'Eight are the most, so that one can be chosen at a glance.',
  changed:
    'Somebody changed these in the meantime. What stands there now is on the page; yours was not saved.',
  gone: 'This one cannot be chosen any more. Choose another, or nothing in particular.',
})

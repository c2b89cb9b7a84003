import { words } from '../../foundation/index.ts'

export const perspectiveWords = words('open.perspective', {
  title: 'Scores for programs',
  about: 'Programs that asked the Perspective API can ask here instead.',
  lead: 'Google’s Perspective API ends on 31 December 2026. A program that asked it can ask this place, by changing one address:',
  meaning:
    'The scores are not Google’s: the same number means something else here. <code>kindling perspective compare --reader</code> finds the thresholds that keep your shares, for the reader you choose below.',
  privacy: 'Comments are read in memory and forgotten. None is kept, and none stands in a log.',
  privacyKept:
    'Comments are read in memory and forgotten, but for those that came with a suggested score: they are kept below.',
  readerFailed:
    'The reader gives no scores at present ({code}), so every program is refused. It is tried again each minute.',
  door: 'Who may ask?',
  doorNobody: 'Nobody',
  doorHere: 'Programs on this machine',
  doorHereHint: 'What runs beside this place, without a key. Nothing from outside.',
  doorKeys: 'Who has a key',
  doorKeysHint: 'Make one for each program below.',
  doorAnyone: 'Anyone',
  doorAnyoneHint: 'Whoever reaches this place, without a key. Strangers may use your machine.',
  perMinute: 'How often in a minute?',
  perMinuteHint: 'For each key without a number of its own, or for each address.',
  reader: 'Read by',
  readerQuick: 'The quick reader',
  readerQuickHint: 'Thousands of comments a second.',
  readerAuto: 'The careful reader where the quick one is unsure',
  readerAutoHint:
    'Better, and slower: some tens of comments a second. Comments over 2,000 characters stay with the quick one.',
  keep: 'Keep the scores that moderators suggest, with their comments, to train a reader with',
  save: 'Save',
  saved: 'Saved. It holds from now on.',
  keys: 'Keys',
  keysNone: 'No key was made yet.',
  keyLimit: {
    one: 'Up to {count} request a minute.',
    other: 'Up to {count} requests a minute.',
  },
  keyAsSet: 'As many requests as set above.',
  make: 'Make a key',
  name: 'Which program is it for?',
  nameHint: 'Such as “the newspaper’s comments”. Only administrators see it.',
  ownPerMinute: 'How often in a minute? You can leave this empty.',
  newTitle: 'The new key',
  newLabel: 'Key for “{name}”',
  newNote: 'It only has comments scored. It opens nothing that people wrote here.',
  suggestions: 'Suggested scores',
  suggestionsNone: 'None is kept.',
  suggestionsKept: {
    one: '{count} is kept, with its comment.',
    other: '{count} are kept, with their comments. The oldest go beyond a hundred thousand.',
  },
  download: 'Download them',
  forget: 'Delete them all',
  forgotten: 'Deleted. Nothing of them is left here.',
  auditChanged: '{actor} changed who may have comments scored',
  auditKeyMade: '{actor} made a key for a program that has comments scored',
  auditKeyBack: '{actor} took back a key of a program that has comments scored',
  auditForgotten: '{actor} deleted the suggested scores',
})

export const perspectiveErrors = words('open.perspective.errors', {
  perMinute: 'Say a whole number from 1 to {count}.',
  doorMissing: 'Choose who may ask.',
  readerMissing: 'Choose who reads.',
  nameMissing: 'Give it a name, so that you know later which program it was for.',
  enoughKeys: 'There are many keys already. Take one back that is no longer needed.',
})

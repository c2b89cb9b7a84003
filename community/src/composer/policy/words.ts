import { words } from '../../foundation/index.ts'

export const policyWords = words('composer.policy', {
  title: 'The pause',
  about: 'What it speaks up for in each space, how often, and in which words.',
  lead: 'Each space decides for itself. Members can read what was decided under How we talk here.',
  inSpace: 'The pause, in {space}',
  change: 'Change',
  howOften: 'How often does it speak up?',
  less: 'Less often',
  usual: 'As usual',
  more: 'More often',
  wouldHave: {
    one: 'It would have spoken once in the last {of} posts and answers here.',
    other: 'It would have spoken {count} times in the last {of} posts and answers here.',
  },
  wouldNot: 'It would not have spoken in the last {of} posts and answers here.',
  leavesAlone: 'What does it leave alone?',
  leavesAloneHint:
    'Ticked: it says nothing, whatever the words. Blunt criticism and swearing at things are left alone in any case.',
  saysHint: 'Leave a line empty to keep our sentence. {person} stands for whoever is answered, or “them”.',
  attributes: 'Sentences of your own',
  see: 'See what it would do',
  save: 'Use from now',
  back: 'Keep as it was',
  saved: 'Saved. It holds from now on. Members can read the change under How we talk here.',
  read: {
    one: 'The one it would have asked about',
    other: 'The {count} it would have asked about',
  },
  readSome: 'The latest {count} of those it would have asked about',
  heardAs: 'Heard as: {attribute}.',
  readIt: 'Read it where it stands',
  howWeTalk: 'How we talk here',
  none: 'None of what was lately posted here.',
  empty: 'Nothing has been posted here yet, so there is nothing to try it on.',
  notInside: 'You are not in this space, so it cannot be tried here on what was posted.',
  readByQuick:
    'Tried just now with the quick reader, in memory. On a device the careful one may be asked as well.',
  unchanged: 'As usual: it speaks up for insults, threats and contempt, and leaves blunt criticism alone.',
  changed: 'Version {version}, since {day}.',
  speaksFor: 'It speaks up {often}.',
  oftenLess: 'less often than usual',
  oftenUsual: 'as usual',
  oftenMore: 'more often than usual',
  silentOf: 'It leaves alone: {names}.',
  ownWords: 'It says some things in this space’s own words.',
  hereTitle: 'The pause, space by space',
  hereLead:
    'When you press Post, your words are read on your device. Where some readers may take them otherwise than you mean them, you see that first. Nothing is held back, and nobody is told.',
  auditChanged: '{actor} changed the pause in {space}',
})

export const harmNames = words('composer.harms', {
  toxicity: 'words that make people leave',
  severe_toxicity: 'severe harm',
  insult: 'insults',
  threat: 'threats',
  profanity: 'swearing at people',
  identity_attack: 'attacks on who people are',
  sexually_explicit: 'intimate words',
  hostility: 'hostility',
  condescension: 'talking down',
  dismissal: 'waving aside',
  generalisation: 'judging whole groups',
  sarcasm: 'mockery',
})

export const policyErrors = words('composer.policy.errors', {
  often: 'Choose how often.',
  silent: 'Choose among the lines.',
  long: 'A sentence holds {count} characters.',
})

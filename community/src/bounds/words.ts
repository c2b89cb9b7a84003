import { words } from '../foundation/index.ts'

export const boundsWords = words('bounds', {
  title: 'Boundaries',
  about: 'Whom you have blocked or muted, and the way to undo it.',
  lead: 'Nobody is told whom you mute or block.',
  mute: 'Mute {name}',
  unmute: 'Hear {name} again',
  block: 'Block {name}',
  unblock: 'Unblock {name}',
  blockTitle: 'Block {name}?',
  blockDoes:
    '{name} will not see, find, write to, thank or mention you here, and you will not see {name} either.',
  blockTells: 'They are not told. You can undo it at any time.',
  blockReportFirst:
    'To bring something of {name}’s to the stewards as well, report it first: afterwards you do not find it here. What you reported stays with them.',
  blockPublic: 'What you write in spaces that anyone may read can still be read without signing in.',
  blockUnnamed:
    'What either of you writes without a name stays where it is: if it vanished, it would say who wrote it.',
  blockSteward: '{name} helps to look after this place, and still reads what is reported.',
  instead: 'Or mute instead: you stop reading {name}, and nothing changes for {name}.',
  blocked: 'Blocked',
  muted: 'Muted',
  blockedMeans: 'You do not see each other.',
  mutedMeans: 'You do not read them in lists; in threads their words are folded.',
  none: 'Nobody. When somebody is too much, “This bothers me” under their words has a way to mute or block.',
  more: 'More',
  report: 'Report',
  bothers: 'This bothers me',
  nowBlocked: 'You and {name} do not see each other any more.',
  nowMuted: 'You will not read {name} for now.',
  nowUnblocked: '{name} is unblocked.',
  nowUnmuted: 'You hear {name} again.',
})

export const boundsErrors = words('bounds.errors', {
  ownBounds: 'That is you. Blocking and muting are for somebody else.',
})

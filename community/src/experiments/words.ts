import { words } from '../foundation/index.ts'

export const experimentWords = words('experiments', {
  title: 'What is being tried here',
  lead: 'Now and then this community tries whether something helps. Of the members it would reach, half meet it as usual and half do not, by lot and once. What runs stands here, and you can leave all of it.',
  none: 'Nothing is being tried here now.',
  since: 'Since {from}, until {until}. What came of it will stand here from {told}.',
  counting: 'It ended on {until}. What came of it will stand here from {told}.',
  from: 'From {from} to {until}.',
  stopped: 'It was stopped on {day}, before its time, and so nothing is said of it.',
  triedBefore: 'What was tried before',
  tooFew:
    'Too few members were counted to say anything: {usual} {asked} and {heldOut} {notAsked}, where {least} of each are needed.',
  counted: '{usual} members were {asked}, {heldOut} were {notAsked}.',
  leftAfter: {
    one: 'One member left after being counted ({usual} {asked}, {heldOut} {notAsked}) and is in none of these figures.',
    other:
      '{count} members left after being counted ({usual} {asked}, {heldOut} {notAsked}) and are in none of these figures.',
  },
  effect: 'It made a difference.',
  noEffect: 'No effect was seen.',
  shares: '{usual} of 100 members who were {asked}, {heldOut} of 100 who were {notAsked}.',
  means: '{usual} for each member who was {asked}, {heldOut} for each who was {notAsked}.',
  seen: 'The difference is {value}, from {low} to {high}.',
  notSeen:
    'No effect was seen. The difference is {value}, which chance alone could make: it may be anything from {low} to {high}.',
  notAfter:
    'The difference is {value}, from {low} to {high}. Because no effect was seen above, none is claimed here either.',
  ranges: 'A range like these holds the true difference in 95 of 100 experiments.',
  tooSeldom: 'Too seldom or too often to compare: at least {least} members must have, and {least} must not.',
  neverTitle: 'What is never tried',
  never:
    'Nothing with anybody under 18, nothing in support and family spaces, and nothing about crisis help, privacy, boundaries, a welcome or a first answer.',
  kept: 'Kept are numbers, never words, and only until the result is there. After that, sums alone.',
  takePart: 'You take part, whenever one reaches you.',
  underAge: 'Nothing is tried with you, because you are under 18.',
  leave: 'Leave all of them',
  leaveHint: 'That holds now and later, and what was counted of you is forgotten.',
  left: 'You have left all of them. Nothing is tried with you.',
  comeBack: 'Take part again',
  signIn: '<link>Sign in</link> to leave all of them.',
  yours: 'Your part in it',
  inGuidelines: 'See <link>what is being tried here</link>, and leave it if you like.',
  howWeTalk: 'How we talk here',
  settingsTitle: 'Experiments',
  settingsAbout: 'What this community tries out, and the switch to leave all of it.',
  readAll: 'What is being tried here, and what came of it',
  officeAbout: 'Try whether something helps, and judge it honestly. For 300 active members or more.',
  officeLead:
    'An experiment runs for as long as you choose now, and is looked at once, at its end: who looks earlier sees effects that are not there.',
  active: {
    one: 'You have one active member. Below {least} it cannot be told whether anything helps.',
    other: 'You have {count} active members. Below {least} it cannot be told whether anything helps.',
  },
  activeEnough: 'You have {count} active members, enough to try things.',
  howLong: 'How long?',
  weeks: '{count} weeks',
  prospect:
    'About {reach} members would be counted. It would see a difference of {points} of 100 members or more.',
  prospectSmall:
    'About {reach} members would be counted. It would only see a difference of more than {points} of 100 members, so it does not start.',
  prospectNobody: 'It has reached nobody in the last weeks, so it cannot be told whether it helps.',
  start: 'Begin',
  stop: 'Stop it now',
  stopHint: 'If you stop it now, nothing is ever shown of it.',
  started: 'It has begun. Members read of it under How we talk here.',
  wasStopped: 'Stopped. What was counted is forgotten.',
  auditStarted: '{actor} began an experiment',
  auditStopped: '{actor} stopped an experiment',
})

export const experimentErrors = words('experiments.errors', {
  notYours: 'Only members can leave experiments.',
  weeksUnknown: 'Choose how long.',
  tooFewActive: 'You have {count} active members. Below {least} it cannot be told whether anything helps.',
  tooLittleToSee:
    'About {count} members would be counted. It would only see a difference of more than {points} of 100 members. Choose longer, or wait until the community has grown.',
  runningAlready: 'One like it has not come to its end yet.',
})

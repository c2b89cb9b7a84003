import { words } from '../../foundation/index.ts'

export const waitingWords = words('waiting', {
  title: 'People at the door',
  lead: 'They have read how we talk here and would like to come in.',
  since: 'Since {moment}',
  letIn: 'Let in',
  notNow: 'Not now',
  notNowHint: 'After “Not now” they get a kind letter and may ask again later.',
  none: 'Nobody is waiting.',
  confirmed: 'E-mail confirmed',
  unconfirmed: 'E-mail not confirmed yet',
  letInSubject: 'You are in: {place}',
  letterHello: 'Hello {name}.',
  letInWords: 'The door of {place} is open for you. Nothing is expected: look around, write when you like.',
  letInLink: 'Come in',
  notNowSubject: 'About joining {place}',
  notNowWords:
    'Thank you for wanting to be part of {place}. We cannot let you in just now. This says nothing about you, and you are welcome to ask again later.',
  auditLetIn: '{actor} let {member} in',
  auditNotNow: '{actor} said “not now” to somebody at the door',
})

export const waitingErrors = words('waiting.errors', {
  notWaiting: 'Somebody else has just answered this one. The list below is how it stands now.',
})

import { words } from '../../foundation/index.ts'

export const safetyWords = words('safety', {
  title: 'For the day something goes wrong',
  lead: '{place} is yours. Three small things, and you can sleep well. Each can wait.',
  leadLater: 'What keeps this place reachable when something or somebody is missing.',
  letter: 'A letter that arrives',
  letterSent: 'We have sent one to {address}. It holds six digits.',
  letterNever: 'Letters tell people that somebody answered, and let them back in when a password is lost.',
  letterArrived: 'Letters arrive: shown on {day}.',
  noMail:
    'No mail server is set up. Letters wait in the <link>outbox</link>, where only you read them: nobody gets them by e-mail yet.',
  noMailHow: 'To send them, stop Kindling and start it with KINDLING_SMTP set, for instance:',
  noMailExample:
    'KINDLING_SMTP=smtps://name:password@mail.example.org KINDLING_MAIL_FROM=hello@example.org npm start',
  digits: 'The six digits',
  digitsHint: 'From the newest letter.',
  check: 'They arrived',
  sendAgain: 'Send the letter again',
  sendFirst: 'Send a test letter',
  arrived: 'It arrived. Letters from here work.',
  sentAgain: 'Sent. The newest letter counts.',
  second: 'A second pair of eyes',
  secondLead: 'Somebody who can step in when you cannot: on holiday, ill, or locked out.',
  secondThere: 'There: {names}.',
  secondAsked: 'Asked, and not here yet: {names}.',
  secondEmail: 'Their e-mail',
  secondEmailHint: 'They get an invitation to be administrator too. Leave it empty to do this later.',
  secondSend: 'Send the invitation',
  secondSent: 'The invitation is on its way.',
  kit: 'The sheet in the drawer',
  kitLead: 'A page to print: where this place is, and codes that make whoever holds them its administrator.',
  kitMade: 'Last made on {day}. A new one makes the old one void.',
  kitMake: 'Make the sheet',
  next: 'On to the doors',
  kitTitle: 'Recovery sheet',
  kitFor: 'For {place}, made on {day}',
  kitAddress: 'Address',
  kitCodes: 'Codes',
  kitUse:
    'If nobody who looks after this place can sign in any more: open {address}, type one of these codes, and choose a name and a password. Each code works once and makes you administrator. Everybody who looks after the place is told.',
  kitKeep: 'Keep it where you keep keys. Do not photograph it.',
  kitBackup:
    'A copy of everything is made with “kindling backup <file>” on the machine it runs on, and brought back into an empty database with “kindling restore <file>”.',
  kitOnce: 'These codes are shown this once. Print the page now, or write them down.',
  kitDone: 'It is printed',
  letterSubject: 'Six digits from {place}: {code}',
  letterHello: 'Hello. This letter shows that letters from {place} arrive.',
  letterCode: 'Type these digits on the page that asked for them: {code}',
  recoverTitle: 'Back in with the sheet',
  recoverLead:
    'For whoever holds the printed sheet, when nobody who looks after this place can sign in any more.',
  recoverCode: 'Code',
  recoverCodeHint: 'Four groups of five. Small letters are fine.',
  recoverDo: 'Let me in',
  recoverTold: 'Everybody who looks after {place} is told that a code was used.',
  usedSubject: 'A recovery code was used in {place}',
  usedWords:
    'Somebody has used a code from the printed recovery sheet of {place} and is administrator now, as {name}. If you do not know of this, look at “People and roles” today.',
  auditKit: '{actor} made a recovery sheet',
  auditRecovered: '{actor} became administrator with a code from the recovery sheet',
})

export const safetyErrors = words('safety.errors', {
  recoveryCodeWrong:
    'That code does not open anything: it may have been used, or a newer sheet was printed. Look at it once more.',
  codeWornOut: 'These digits do not count any more. Send the letter again and type the new ones.',
  codeWrong: 'Those are not the digits in the newest letter. Look once more.',
})

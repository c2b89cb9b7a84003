import { words } from '../../foundation/index.ts'

export const setUpWords = words('setUp', {
  almostTitle: 'Almost ready',
  almost: 'This place is being set up. Come back in a little while.',
  almostSignIn: 'Do you look after it? <link>Sign in</link>.',
  stepOf: 'Page {number} of {count}',
  unknownTitle: 'This link does not open anything',
  unknown:
    'The place is set up already, or the link is an older one. The server prints the newest when it starts; “kindling set-up-link” prints it again.',
  takenTitle: 'Somebody is setting this place up',
  taken:
    'The link was opened in another browser first. If that was you, or you have agreed on it, go on here; the other browser is then told.',
  takeOver: 'Go on here',
  placeTitle: 'A new place',
  placeLead: 'Three pages, and it stands. Everything can be changed later.',
  name: 'What is it called?',
  tagline: 'One line about it',
  taglineHint: 'For instance: Gardens, small children, long illnesses, a little code.',
  timeZone: 'Time zone',
  kind: 'What kind of place is it?',
  kindHint: 'It decides what your first spaces begin with. Each space can be of its own kind.',
  next: 'Next',
  back: 'Back',
  wordsTitle: 'How you talk here',
  wordsLead: 'Newcomers read this before they join, so it is short.',
  guidelines: 'How we talk here',
  guidelinesHint: 'A proposal. At most {most} words; these are {count}.',
  spaces: 'The first spaces',
  spacesLead: 'Few are plenty: an empty room says more than a missing one.',
  space: 'Space {number}',
  spaceName: 'Name',
  spaceAbout: 'What it is for',
  spaceKind: 'Kind of place',
  spaceEmpty: 'Leave the name empty to go without.',
  youTitle: 'And you?',
  youLead: 'You will look after {place}. Others can join you in that later.',
  yourName: 'What shall people call you?',
  yourNameHint: 'A nickname is fine.',
  email: 'E-mail',
  emailHint: 'For signing in. Nobody here sees it.',
  password: 'Password',
  passwordHint: 'At least 12 characters. A sentence you like is good.',
  passwordAgain: 'Type the password again: it is not kept while you correct something else.',
  make: 'Make it mine',
  auditSetUp: '{actor} set this place up',
  kindMissing: 'Choose a kind. It can be changed for each space.',
})

export const setUpErrors = words('setUp.errors', {
  setUpElsewhere:
    'The set-up goes on in another browser, or it is finished. To go on here, open the link that the server printed once more.',
  spaceMissing: 'One space at least, so that there is somewhere to write.',
})

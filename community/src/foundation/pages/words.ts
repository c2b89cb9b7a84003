import { words } from '../i18n/words.ts'

export const pageWords = words('page', {
  skip: 'Skip to the page',
  main: 'Main',
  trouble: 'In trouble right now?',
  help: 'Help in your country',
  howWeTalk: 'How we talk here',
  justConversation: 'Just the conversation',
  newer: 'Newer',
  older: 'Older',
  cancel: 'Cancel',
  notFoundTitle: 'There is nothing at this address',
  notFound:
    'It may have been moved or taken away, or it is meant for fewer people. Nothing is wrong with you or your device.',
  errorTitle: 'Something broke on our side',
  error:
    'It has been written down for whoever looks after this place. What you typed is still in your browser: go back, and try once more in a minute.',
  refusedTitle: 'That did not go through',
  home: 'Go to the front page',
  checkForm: { one: 'One thing to look at again', other: '{count} things to look at again' },
})

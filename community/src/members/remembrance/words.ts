import { words } from '../../foundation/index.ts'

export const remembranceWords = words('remembrance', {
  title: 'Remembrance',
  about:
    'When somebody has died: their page is kept in memory, and nothing is asked or sent in their name any more.',
  lead: 'When somebody has died, two stewards together turn their page to remembrance. What they wrote stays. Nobody can sign in as them, and nothing is drawn, asked, suggested or sent in their name any more.',
  find: 'Whose page is it?',
  findHint: 'Their handle, as it stands in the address of their page.',
  look: 'Look',
  waiting: 'Waits for a second steward',
  since: 'Since {day}',
  heading: 'Remembering {name}',
  toPage: 'Their page',
  reason: 'How do you know?',
  reasonHint: 'One sentence for the second steward: their sister wrote to us. Only stewards read it.',
  propose: 'Ask a second steward',
  proposedBy: '{name} asked, and said:',
  yourself: 'You asked. A second steward confirms it; until then nothing changes.',
  confirm: 'Turn the page to remembrance',
  confirmHint: 'Their page says “In memory of {name}”. An administrator can undo it.',
  withdraw: 'Take it back',
  is: 'This page is kept in remembrance.',
  undo: 'Undo it',
  undoHint: 'Everything is as it was before, and they can sign in again.',
  done: 'Done.',
  inMemory: 'In memory of {name}',
  wordsStay: 'What they wrote here stays.',
  auditProposed: '{actor} asked whether {member} is to be remembered',
  auditConfirmed: '{actor} turned the page of {member} to remembrance',
  auditWithdrawn: '{actor} took back the question whether {member} is to be remembered',
  auditUndone: '{actor} undid the remembrance of {member}',
})

export const remembranceErrors = words('remembrance.errors', {
  nobody: 'Nobody here has this handle. It stands in the address of their page.',
  reasonMissing: 'Say in one sentence how you know.',
  reasonTooLong: 'The reason holds {count} characters. A sentence or two is plenty.',
  secondOne: 'A second steward confirms it: never one alone.',
  gone: 'This was changed meanwhile. Look at the page again.',
  cannotSignIn:
    'This page is kept in memory of whom it belonged to. If that is wrong, write to whoever looks after {community}.',
})

import { words } from '../foundation/index.ts'

export const composerWords = words('composer', {
  pauseLabel: 'The pause',
  pauseAbout:
    'After you press Post it shows words that some readers may take otherwise than you mean them. You can always post them as they are.',
  pageTitle: 'Before it is posted',
  pageSide: 'Nobody has read it, and nothing of it is kept.',
  edit: 'Edit',
  post: 'Post as it is',
  use: 'Use these words',
  choose: 'Choose otherwise',
  asItStands: 'As it stands',
  why: 'Why this?',
  noMore: 'No other words can be had for this just now. What you wrote is as you left it.',
  because:
    'When you pressed Post, your words were read here in memory and forgotten again, and no person has seen them. The reading rests on “{words}”. {example} Blunt criticism is left alone.',
  becauseOfAll:
    'When you pressed Post, your words were read here in memory and forgotten again, and no person has seen them. {example} Blunt criticism is left alone.',
  lessOften: 'How often may it ask?',
  inThree: 'In three parts',
  inThreeLead:
    'What you saw, what it did, what you ask for. Your draft has filled in what it says; the rest is yours. It stays on this device.',
  partSeen: 'What did you see or read? One thing, where and when.',
  partEffect: 'What did it do to the work, or to you?',
  partAsk: 'What would you like to happen now?',
  putIn: 'Put these words in',
  draftBack: 'Bring my draft back',
  partEmpty: 'One of the three is still empty.',
  putInDone: 'Your answer says it in three parts now. Nothing is posted yet.',
  talk: 'Say it to them alone',
  endIt: 'Turn the pause off for good?',
  keepDraft: 'Keep as a draft',
  wait: 'Wait 10 minutes',
  waiting: 'Kept here until {time}. You can post it sooner, or not at all.',
  waited: 'The ten minutes are over. Your draft is as you left it.',
})

export const composerErrors = words('composer.errors', {
  outcomeUnknown: 'The outcome is "heeded" or "dismissed".',
})

import { words } from '../foundation/index.ts'

export const listenWords = words('listen', {
  backToThread: 'Back to the thread',
  kept: 'Kept on this device.',
  takeAway: 'Take it away',
  takeBack: 'Take it back',

  // What I hear is ...
  hearMore: 'Say what I hear',
  hearTitle: 'What I hear is …',
  hearLabel: 'What I hear is …',
  hearHint: 'Their point in your words, in one line. Your answer can follow below the thread.',
  say: 'Say it',
  hearNote:
    '{name} is told, and can say “Yes, that’s it” or add what is missing. It stands under these words for everybody who reads them.',
  hearNoteUnnamed:
    'Who wrote this is told, and can say “Yes, that’s it” or add what is missing. It stands under these words for everybody who reads them.',
  wrote: '{name} wrote',
  youSaid: 'You said what you hear:',
  notSaid: 'This was not said, because a line of yours stands here already:',
  oncePerEntry: 'One line for each post or answer. To say it another way, take this one back first.',

  // Under an entry
  heardList: 'What others hear',
  hears: '<link>{name}</link> hears:',
  confirmed: '{name}: “Yes, that’s it.”',
  addsName: '{name} adds:',
  heardMuted: 'What someone you muted hears',
  andOthers: 'and others',
  heardOthers: 'What others hear as well',
  yes: 'Yes, that’s it',
  notQuite: 'Not quite',
  heardSaid: 'What was heard',
  addLabel: 'What would you add?',
  addHint: 'One line. It stands under what was heard.',
  add: 'Add it',
  oneHearing: 'A line of “What I hear”',
  reportHearing: 'Report a line of “What I hear”',
  hideHearing: 'Only who said it still reads it, with your reason, and cannot change it.',
  stewardsRead:
    'Stewards read the line, and the thread it stands in. The copy of the line is erased once the case, and the time to ask for another look at it, are over.',
  correctAbout: 'Say what was missed. It stands under the line, for everybody who reads it.',
  takeAwayAbout: 'Take the line away for good: it is about what you wrote. {name} can say no other about it.',
  addNote: 'You need not answer at all. You can also take the line away: it is about what you wrote.',

  // The invitation
  invitation:
    'Before you answer: what do you hear {name} saying? One line is enough, and {name} can say whether it fits.',
  notNow: 'Not now',
  kindLabel: 'Listening where a thread heats up',
  kindAbout:
    'Above your answer: an invitation to say what you hear, once in a thread, or the way to see it from the other side.',

  // From their side
  seeSide: 'See it from {name}’s side',
  sideTitle: 'From {name}’s side',
  sideLead:
    'What {name} said in this thread, word for word. Nobody is told that you looked, and nothing of it is kept.',
  mattersTo: 'What matters to {name} in this',
  inTheirWords: 'In {name}’s words',
  howPicked:
    'Sentences about what somebody needs, wishes, worries about or gives as a reason. They are picked by plain rules and never changed.',
  nothingToShow:
    'There is nothing to show here. It may be that nothing in this thread says what matters to {name}, or that one of you would like some distance.',
  oneSided:
    'Once you have written in this thread as well, this page shows what matters to {name} and what you have in common.',
  commonTitle: 'What you have in common',
  bothSpeakOf: 'You both speak of: {words}.',
  byAt: '{name}, {time}',
  you: 'You',
  bothWish: 'Both of you say what you would like, and both times it is about: {words}.',
  saidToYou: '{name} said to you:',
  youSaidTo: 'You said to {name}:',
  nothingCommon:
    'Nothing was found that both of you said. There may be more between the lines than a rule can find.',
  yourSide: 'And from your side?',
  sayMatters: 'Say what matters to me in this',
  changeMatters: 'Change what matters to me in this',

  // What matters to me
  mattersTitle: 'What matters to me in this',
  mattersLabel: 'What matters to you?',
  mattersHint: 'One line, in your own words.',
  mattersNote:
    'Who sees this thread from your side reads it first. It stands nowhere else, and you can change it or take it away.',
  mattersKept: 'Kept. Who sees this thread from your side reads it first.',
  mattersGone: 'It is gone.',
  keepIt: 'Keep it',

  auditRemoved: '{actor} took away what {member} had said they hear',
})

export const listenNoticeWords = words('listen.notices', {
  heard: 'When somebody says what they hear me say',
  heardSays: '{who} said what they hear in <link>{title}</link>',
  heardBack: 'When somebody answers what I heard',
  heardBackSays: '{who} answered what you heard in <link>{title}</link>',
})

export const listenErrors = words('listen.errors', {
  wordsMissing: 'Write one line, or go back without.',
  wordsTooLong: 'A line holds {count} characters. The rest fits in a reply.',
  ownWords: 'These are your own words. What one hears is about somebody else’s.',
  notHearable: 'This thread takes no new words at the moment, so what you hear cannot be added.',
  threadClosed: 'This thread takes no new words at the moment. What stands under it can still be taken away.',
  heardAlready: 'You have said what you hear here. Take that line back to say it another way.',
  takenAway: 'Your line here was taken away, so no other can be said about these words. An answer can.',
  enoughHeard: 'You have said what you hear 20 times today. Tomorrow is fine too.',
  hearingGone: 'This line is not here any more. It may have been taken back in the meantime.',
})

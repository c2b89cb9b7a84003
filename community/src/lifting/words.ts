import { words } from '../foundation/index.ts'

export const liftingWords = words('lifting', {
  // Under an answer
  thisHelped: 'This helped',
  youSaidHelped: 'You said that this helped.',
  thisWasKind: 'This was kind',
  youSaidKind: 'You said that this was kind.',
  takeBack: 'Take it back',

  // The copies at the top of a thread
  lifted: 'Lifted by people here',
  saidHelped: '{name} said that this helped.',
  whoAskedSaidHelped: 'Whoever asked said that this helped.',
  saidKind: 'Somebody here said that this was kind.',
  aMember: 'A member',
  whereItStands: 'Read it where it stands',
  whereItStandsBy: 'Read it where it stands: {name}’s answer',
  how: 'How is this chosen?',

  // Whether letters may quote it
  askQuote: 'May the letter to people who follow this quote it, with your name? Only you see this question.',
  yesQuote: 'Yes, this one',
  alwaysQuote: 'Always',
  neverQuote: 'Never',
  isQuoted: 'The letter to people who follow this may quote it.',
  noQuote: 'Not any more',

  // How it is chosen
  howTitle: 'What lifts an answer',
  howLead: 'People do. Nothing that reads words decides it, and nobody is counted.',
  howHelped:
    'Whoever began a thread can say “This helped” under an answer. Anybody else can say “This was kind”, in its menu.',
  howCopies:
    'Up to three such answers then stand at the top of the thread as copies, in the order in which they were written. The answers below stay where they are.',
  howOne:
    'One mark is as good as fifty. What helped comes first, then what was kind, and of several by one person one, as long as there are others.',
  howSeldom:
    '“This was kind” lifts an answer where it comes from somebody who seldom says it to its writer: between the two it was said at most once before in the last 90 days, and it does not go round among three people again and again. “This helped” always counts; where there are more than three, what comes from somebody who seldom says it goes first.',
  howNobody:
    'Who said that something was kind is shown to nobody, and nobody hears which marks lifted and which did not. You can take yours back whenever you like.',
  howBounds:
    'A mark by somebody whom the writer has blocked or muted lifts nothing. What is hidden, taken back, or by somebody you muted is not copied for you.',
  howFormula: 'As a rule',
  howFormulaText:
    'first: helped, seldom between the two · then: kind, seldom between the two · then: helped · among equals: the earlier one · one for each writer before a second · three',
  howLetter:
    'A letter quotes a lifted answer only where its writer agreed: for that one, or for all of theirs. <link>Choose for yours</link>',

  // Settings
  settingsTitle: 'When your answers are lifted',
  settingsAbout: 'Whether letters may quote them.',
  quotingQuestion: 'May letters quote an answer of yours that people lifted?',
  quotingHint:
    'The daily or weekly letter then carries its first words and your name to people who follow the thread or its space. Never from support, family and invited spaces.',
  quotingAlways: 'Yes, always',
  quotingAsk: 'Ask me each time',
  quotingNever: 'Never',
  quotingUnder18: 'Letters quote nobody under 18.',
  save: 'Save',
  saved: 'Saved.',

  // In the letter
  digestTitle: 'What helped somebody',

  // Notices
  noticeLabel: '“This helped”',
  noticeSays: '{who} said that your answer in <link>{title}</link> helped',

  // The corner of what nobody has remarked on
  unsaidTitle: 'These helped',
  unsaidLink: 'Answers that helped',
  unsaidLead:
    'These answers helped; nobody has said so yet where others can read it. A word is welcome, and so is none.',
  unsaidNone: 'Everything that helped lately was remarked on. There is nothing to do here.',
  unsaidThank: 'Say thank you',
  unsaidThankFor: 'Say thank you: the answer in {title}',
})

export const liftingErrors = words('lifting.errors', {
  ownWords: 'This is yours. Others can say that it helped.',
  onlyWhoAsked: 'Whoever began this thread can say that an answer helped. You can say that it was kind.',
  onlyOthers: 'You began this thread: you can say that an answer helped.',
  notQuotable: 'Only who wrote this can say whether letters may quote it.',
})

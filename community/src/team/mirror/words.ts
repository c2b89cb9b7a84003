import { words } from '../../foundation/index.ts'

export const mirrorWords = words('team.mirror', {
  title: 'A mirror of your own writing',
  mine: 'My mirror',
  lead: 'What you wrote here in the last 30 days, as the reader of this place hears it. It is made now, because you look; nothing of it is kept, and there is no page on which anybody else could see yours.',
  habitsTitle: 'What you do when you write',
  asking: 'You ask',
  thanking: 'You thank',
  encouraging: 'You encourage, or feel with somebody',
  helping: 'You offer help, or a way to go on',
  reasoning: 'You give reasons, or see two sides',
  apologising: 'You say that you are sorry',
  welcoming: 'You answer people who are new here',
  ofAsking: 'questions',
  ofThanking: 'thanks',
  ofEncouraging: 'encouragement',
  ofHelping: 'offers of help',
  ofReasoning: 'reasons',
  ofApologising: 'apologies',
  ofWelcoming: 'answers to people who are new here',
  notHeard:
    'Not heard in these texts: {list}. The reader knows the usual words for them, and may have missed yours.',
  seldom: 'Once in a while.',
  sometimes: 'Now and then.',
  often: 'Often.',
  quote: '“{words}”',
  heardTitle: 'What some may hear otherwise',
  heardLead:
    'Words of yours that the reader would have asked you about. You may well have meant them as they stand.',
  heardNone: 'Nothing of it would have made the reader ask.',
  where: 'Where it stands',
  errsTitle: 'Where the reader errs',
  errs: 'It reads each text by itself and knows neither the thread nor you. It takes some jokes in earnest, misses irony, does not hear what is not said, and finds some dialects ruder than they are. Thanks without the usual words escape it. Where you and it differ, you were there.',
  unmeasured: 'Some of it is in a language in which the reader was not measured. It says nothing about that.',
  leftOut:
    'What you wrote in spaces for support and for families, in messages, and in feedback is not looked at.',
  card: 'How the reader was measured',
  tooFew:
    'You wrote little here in the last 30 days: a mirror would show a day and not a habit. That is nothing to change.',
  noCompare: 'It compares you with nobody, and no count of it exists.',
  feedbackWay: 'Ask others for feedback',
})

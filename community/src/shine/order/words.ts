import { words } from '../../foundation/index.ts'

export const orderWords = words('order', {
  // Above a space
  bandTitle: 'Worth a look',
  bandUnanswered: 'Nobody has answered yet',
  bandFirst: 'A first post',
  bandBridges: 'Brings people together who seldom talk',

  // On each post of a space that chose it
  whyUnanswered: 'Up here because nobody has answered yet',
  whyFirst: 'Up here because it is a first post',
  whyBridges: 'Up here because it brings people together who seldom talk',
  whyActive: 'Here by its latest activity',

  kindOrder: 'Kind order',
  explained: 'How this is ordered',

  // How it is ordered
  title: 'How {space} is ordered',
  leadActive: 'By latest activity: where something was written last stands first.',
  leadKind:
    'By latest activity, with a head start for posts that others might miss. What people were given for a post plays no part, and neither does how it reads.',
  formula: 'As a formula',
  formulaText: 'place = latest activity + the largest head start that fits · latest place first',
  startUnanswered: {
    one: 'An ask that nobody has answered yet: {count} hour',
    other: 'An ask that nobody has answered yet: {count} hours',
  },
  startFirst: {
    one: 'A first post, for a week: {count} hour',
    other: 'A first post, for a week: {count} hours',
  },
  startBridges: {
    one: 'A thread that brings people together who seldom talk: {count} hour',
    other: 'A thread that brings people together who seldom talk: {count} hours',
  },
  meaning: 'What these mean',
  meaningAsk:
    'An ask says what it needs: listening, advice, hands, a resource, feedback. It counts as unanswered for two weeks, until somebody else answers it.',
  meaningFirst: 'A first post is the first that somebody wrote here under their name.',
  meaningBridges:
    'A thread brings people together when at least three wrote in it under their names and most pairs of them have not written together in any other thread of the last 30 days. The first six are looked at.',
  meaningLately:
    'It looks at the 200 posts in which something was written last; the rest follows by latest activity. Pinned posts stay at the head.',
  band: 'Above the list',
  bandSays:
    'Up to three posts stand above the list: a first post, an ask that nobody has answered yet, something that brings people together. Each says why. With “Newest first” there is no such band.',
  newestSays:
    'You can read every space newest first instead: press “Newest first” above its list. It is remembered for you alone.',
  change: 'Change how it is ordered',
  tryIt: 'Try a kind order',

  // For stewards
  changeTitle: 'A kind order for {space}',
  changeLead:
    'Give some posts a head start over latest activity. First see what today’s list would be; nothing changes until you switch it on.',
  unansweredLabel: 'An ask that nobody has answered yet',
  firstLabel: 'A first post, for a week',
  bridgesLabel: 'A thread that brings people together who seldom talk',
  hoursHint: 'Hours of head start, from 0 to {count}. With 0 it plays no part.',
  preview: 'See what it would be',
  previewTitle: 'Today’s list',
  now: 'As it is now',
  wouldBe: 'With this formula',
  sameList: 'Today it would make no difference.',
  noPosts: 'There is nothing to order yet.',
  members:
    'Members will notice: some posts stand further up, and every post says why it stands where it does. “Newest first” stays one press away.',
  switchOn: 'Switch it on',
  changeTo: 'Change it to this',
  switchOff: 'Back to latest activity',
  isOn: 'The kind order is on since {day}.',
  saved: 'It is on. Every post now says why it stands where it does.',
  ended: 'The list is by latest activity again.',
  auditChosen: '{actor} chose a kind order for {space}',
  auditEnded: '{actor} put {space} back to latest activity',
})

export const orderErrors = words('order.errors', {
  hours: 'Give whole hours from 0 to {count}.',
  allNothing: 'With 0 everywhere the list would be by latest activity, as it is without a kind order.',
  'other-kind': 'A kind order is for spaces about a hobby or a project. This one stays with latest activity.',
  'small-place':
    'A kind order is there from fifty people who write in a month. Until then one list shows everything.',
  'quiet-space':
    'A kind order is for spaces with more than 20 new posts a day. In this one everybody still sees every post.',
})

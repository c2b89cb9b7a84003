import { beforeAll, describe, expect, test } from 'vitest'
import { loadQuick, read } from './node.ts'

/**
 * Pairs that are nearly the same in words and not in meaning: the first may hurt, the second is ordinary speech.
 * Written for this list alone; nothing here is trained on.
 */
const pairs: Record<string, [string, string][]> = {
  'to somebody, of oneself, of things': [
    ["You're such an idiot.", "I'm such an idiot, I left the keys in the door again."],
    ['Only a moron would plant them in March.', 'I planted them in March like a moron. Lesson learned.'],
    ['You are useless at this.', 'This drill is useless on brick.'],
    ['Your code is garbage and so are you.', 'The garbage collector runs twice here, and so does the test.'],
    ['What a pathetic little man you are.', 'What a lovely little man he was, my grandfather.'],
    ['You play like trash, uninstall.', 'We played like trash today and had a great time.'],
  ],
  'said, and told of': [
    [
      'Go back to where you came from.',
      'A man on the bus told me to go back to where I came from. I was born here.',
    ],
    [
      "You're a worthless mother.",
      "My ex keeps texting me that I'm a worthless mother. How do I keep these as evidence?",
    ],
    [
      'Nobody likes you, just leave.',
      'Somebody wrote "nobody likes you, just leave" under her drawing. Can a steward look?',
    ],
    ['You disgust me.', '> You disgust me.\nThis is how he writes to everyone. Please have a look.'],
  ],
  'contempt, and standing up to it': [
    [
      'Women are too emotional to lead.',
      'Saying that women are too emotional to lead is unfair, and it is wrong.',
    ],
    ['Immigrants are parasites.', "Please don't call immigrants parasites here. They are our neighbours."],
    ['Gay people make me sick.', 'It makes me sick how gay people are treated there.'],
  ],
  'who people are': [
    ['Muslims are dirty.', 'Muslims are welcome.'],
    ['I hate gay people.', 'I am gay and I hate long queues.'],
    ['Of course the disabled guy slowed us all down.', 'The disabled toilet is on the ground floor.'],
    ['Old people should not be allowed to vote.', 'Old people should be allowed to board first.'],
    ['Typical woman driver.', 'The woman driving the number nine waited for me.'],
  ],
  'said, and denied': [
    ['You are a liar.', 'You are not a liar, and nobody here thinks so.'],
    ['You are stupid.', 'You are not stupid.'],
    ['You are a burden to us all.', "You aren't a burden to any of us."],
  ],
  'talking down, and explaining': [
    [
      'Let me explain it slowly so that even you can follow.',
      'Let me explain it slowly, it confused me too the first time.',
    ],
    ['Aw, did you think of that all by yourself, sweetie?', "Did you think of that yourself? It's clever."],
    [
      'As I already explained in simple words, you need to restart it. Do try to keep up.',
      'As I already explained to Ana, you need to restart it once. Sorry if that was buried in the thread.',
    ],
    ['You clearly never read anything.', 'You clearly read the whole thing, thanks.'],
  ],
  'waving away, and taking seriously': [
    ['Nobody cares about your problems.', 'Somebody here surely cares about your problems. I do.'],
    ['Get over it already, it was just a cat.', 'It takes time to get over it. It was never just a cat.'],
    [
      'Just google it instead of wasting our time.',
      'I tried to google it and found nothing, sorry for taking your time.',
    ],
    ["It's not that deep, stop whining.", 'The pond is not that deep, the dog can stand in it.'],
    ['Sorry you feel that way.', 'Sorry that I made you feel that way.'],
  ],
  'everybody, always': [
    ['You always ruin everything.', 'The rain always ruins the barbecue.'],
    ['You people never pay your share.', 'The people on the third floor paid their share yesterday.'],
  ],
  'threats, and what sounds like one': [
    ['I know where you live. Watch your back.', 'I know where you live now, so I can drop the books off.'],
    ['I will kill you if you come near me again.', 'My back will kill me if I lift that again.'],
    [
      'Say that again and see what happens to your dog.',
      'Say that again? The line was bad. What happened to your dog?',
    ],
  ],
  'thanks and praise that are none': [
    [
      'Thanks for nothing, the lift is still broken and so is your promise.',
      'Thanks for everything, the lift works again.',
    ],
    ['Great job, genius, now the whole site is down.', 'Great job, the whole site is up again.'],
    ['Wow, you finally learned to spell. Slow clap.', 'Wow, you learned all that by yourself. Big clap.'],
  ],
  'swearing at people, and in joy': [
    ['Fuck you and your garden.', 'Fuck yes, look at your garden!'],
    ["You're a piece of shit.", 'Shit, I forgot a piece of the tent.'],
  ],
  'about the person, and about the work': [
    ['Your plan is as lazy as you are.', 'The plan is lazy: it has no budget and no dates.'],
    ['Did you even read the question?', "Did you read the question on page two? I can't make sense of it."],
  ],
  'pushing away, and a boundary': [
    ["Don't ever talk to me again, you make me sick.", "Please don't write to me again. I need some quiet."],
    ['Shut up.', 'The shop is shut up for winter.'],
  ],
  'dressed up': [
    ['You are an 1d10t.', 'You are on row 1d10 of the sheet.'],
    ['y o u  s t u p i d cow', 'A b c d, the cow is in the corn.'],
    ['Yоu аrе раthеtiс.', 'Yоu аrе раtiеnt.'],
  ],
}

/** What this model does not manage. When it learns one, the test says so, and the line goes. */
const notYet = new Set([
  "Please don't call immigrants parasites here. They are our neighbours.",
  'Shut up.',
  'Go back to where you came from.',
  "Did you think of that yourself? It's clever.",
  'Of course the disabled guy slowed us all down.',
  'Old people should be allowed to board first.',
  'You are not a liar, and nobody here thinks so.',
  'You are not stupid.',
  'As I already explained in simple words, you need to restart it. Do try to keep up.',
  'Somebody here surely cares about your problems. I do.',
  'Get over it already, it was just a cat.',
  'Sorry you feel that way.',
  'Thanks for nothing, the lift is still broken and so is your promise.',
  'Great job, genius, now the whole site is down.',
  'Wow, you learned all that by yourself. Big clap.',
  'Did you even read the question?',
  'Gay people make me sick.',
  'It makes me sick how gay people are treated there.',
])

beforeAll(async () => {
  await loadQuick()
})

const check = (text: string): typeof test =>
  notYet.has(text) ? (test.fails as unknown as typeof test) : test

describe.each(Object.entries(pairs))('%s', (_, ofOneKind) => {
  for (const [hurting, ordinary] of ofOneKind) {
    check(hurting)(`paused: ${hurting}`, () => {
      expect(read(hurting).pause).toBe(true)
    })
    check(ordinary)(`let go: ${ordinary}`, () => {
      expect(read(ordinary).pause).toBe(false)
    })
  }
})

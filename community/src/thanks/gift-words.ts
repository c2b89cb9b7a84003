import type { IconName, PageContext, Phrase } from '../foundation/index.ts'
import type { Gift } from './rules.ts'
import { thanksWords as w } from './words.ts'

/** How a gift is named, pictured, and asked for. */
export interface GiftWords {
  icon: IconName
  /** On the way to it, under a post. */
  act: Phrase
  /** Over its form; one for who has a name, one for who wrote without. */
  heading: Phrase
  headingUnnamed: Phrase
  question: Phrase
  send: Phrase
  /** What is read where it was given without words. */
  itself: Phrase
  /** In keepsakes, above where it was for a post, an answer, or neither. */
  kept: Phrase
}

export const giftWords: Record<Gift, GiftWords> = {
  thanks: {
    icon: 'thanks',
    act: w.thank,
    heading: w.thankName,
    headingUnnamed: w.thankMember,
    question: w.question,
    send: w.send,
    itself: w.withoutWords,
    kept: w.keptThanks,
  },
  hug: {
    icon: 'hug',
    act: w.hug,
    heading: w.hugName,
    headingUnnamed: w.hugMember,
    question: w.fewWords,
    send: w.sendHug,
    itself: w.aHug,
    kept: w.keptHug,
  },
  'with-you': {
    icon: 'with-you',
    act: w.withYou,
    heading: w.withYouName,
    headingUnnamed: w.withYouMember,
    question: w.fewWords,
    send: w.sendWithYou,
    itself: w.withYou,
    kept: w.keptWithYou,
  },
  candle: {
    icon: 'candle',
    act: w.candle,
    heading: w.candleName,
    headingUnnamed: w.candleMember,
    question: w.fewWords,
    send: w.sendCandle,
    itself: w.aCandle,
    kept: w.keptCandle,
  },
  cheer: {
    icon: 'cheer',
    act: w.cheer,
    heading: w.cheerName,
    headingUnnamed: w.cheerMember,
    question: w.fewWords,
    send: w.sendCheer,
    itself: w.aCheer,
    kept: w.keptCheer,
  },
  star: {
    icon: 'gold-star',
    act: w.star,
    heading: w.starName,
    headingUnnamed: w.starMember,
    question: w.fewWords,
    send: w.sendStar,
    itself: w.aStar,
    kept: w.keptStar,
  },
  'shout-out': {
    icon: 'shout-out',
    act: w.shoutOut,
    heading: w.shoutOutName,
    headingUnnamed: w.shoutOut,
    question: w.shoutOutQuestion,
    send: w.sendShoutOut,
    itself: w.shoutOut,
    kept: w.keptShoutOut,
  },
  readers: {
    icon: 'thanks',
    act: w.thankReaders,
    heading: w.thankReaders,
    headingUnnamed: w.thankReaders,
    question: w.fewWords,
    send: w.send,
    itself: w.toReaders,
    kept: w.keptThanks,
  },
  next: {
    icon: 'thanks',
    act: w.next,
    heading: w.nextName,
    headingUnnamed: w.nextMember,
    question: w.nextQuestion,
    send: w.sendNext,
    itself: w.next,
    kept: w.keptNext,
  },
}

/** "Thank Mira", "A hug for Noor". */
export const giftHeading = ({ t }: PageContext, gift: Gift, name: string | undefined): string =>
  name ? t(giftWords[gift].heading, { name }) : t(giftWords[gift].headingUnnamed)

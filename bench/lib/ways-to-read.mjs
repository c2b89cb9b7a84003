const ourVerdicts = {
  pause: ({ pause }) => pause,
  'toxicity at least 0.5': ({ scores }) => scores.toxicity >= 0.5,
}

/**
 * How each reader is asked, as its own documentation shows it, and what in its answer speaks up about a message: at the
 * threshold its authors name, or else at anything it finds. `use` imports a package; `imports` is the same as a script,
 * to be weighed.
 */
export const waysToRead = {
  'vader-sentiment': {
    imports: "export { SentimentIntensityAnalyzer } from 'vader-sentiment'",
    async open(use) {
      const { SentimentIntensityAnalyzer } = (await use('vader-sentiment')).default
      return (text) => SentimentIntensityAnalyzer.polarity_scores(text)
    },
    verdicts: { 'compound at most -0.05': ({ compound }) => compound <= -0.05 },
  },

  obscenity: {
    imports: "export { englishDataset, englishRecommendedTransformers, RegExpMatcher } from 'obscenity'",
    async open(use) {
      const { englishDataset, englishRecommendedTransformers, RegExpMatcher } = await use('obscenity')
      const matcher = new RegExpMatcher({ ...englishDataset.build(), ...englishRecommendedTransformers })
      return (text) => matcher.hasMatch(text)
    },
    verdicts: { 'a match': (found) => found },
  },

  'wink-nlp': {
    imports: `
      export { default as winkNLP } from 'wink-nlp'
      export { default as model } from 'wink-eng-lite-web-model'`,
    async open(use) {
      const { default: winkNLP } = await use('wink-nlp')
      const { default: model } = await use('wink-eng-lite-web-model')
      // Only what sentiment needs: the answers are the same, and come sooner.
      const nlp = winkNLP(model, ['sbd', 'negation', 'sentiment'])
      return (text) => nlp.readDoc(text).out(nlp.its.sentiment)
    },
    verdicts: { 'sentiment below 0': (sentiment) => sentiment < 0 },
  },

  alex: {
    imports: "export { text } from 'alex'",
    async open(use) {
      const alex = await use('alex')
      return (text) => alex.text(text).messages
    },
    verdicts: { 'any message': (messages) => messages.length > 0 },
  },

  quick: {
    imports: "export { loadQuick, read } from '@kindling/tone'",
    async open(use) {
      const { loadQuick, read } = await use('@kindling/tone')
      await loadQuick()
      return (text) => read(text, { lang: 'en' })
    },
    verdicts: ourVerdicts,
  },

  careful: {
    imports: "export { loadCareful, loadQuick, readCarefully } from '@kindling/tone'",
    async open(use) {
      const { loadCareful, loadQuick, readCarefully } = await use('@kindling/tone')
      await loadQuick()
      await loadCareful()
      return (text) => readCarefully(text, { reader: 'careful', lang: 'en' })
    },
    verdicts: ourVerdicts,
  },
}

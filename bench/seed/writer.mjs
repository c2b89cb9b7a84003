import { makeZipf } from './random.mjs'
import { planted } from './vocabulary.mjs'

/** Writes texts of varied length: mostly two or three sentences, now and then a page. */
export function makeWriter(random, vocabulary, entries) {
  const rank = makeZipf(random, vocabulary.length)
  const due = Object.entries(planted).map(([word, count]) => ({
    word,
    every: Math.max(1, Math.floor(entries / count)),
    offset: 17,
  }))
  let written = 0
  const sentence = (length) => {
    let text = vocabulary[rank()]
    text = text[0].toUpperCase() + text.slice(1)
    for (let word = 1; word < length; word++) text += ` ${vocabulary[rank()]}`
    return `${text}.`
  }
  const paragraph = (words) => {
    const sentences = []
    for (let left = words; left > 0; ) {
      const length = Math.min(left, 4 + random.below(14))
      sentences.push(sentence(length))
      left -= length
    }
    return sentences
  }
  return {
    title: () => sentence(3 + random.below(6)).slice(0, -1),
    /** @returns Markdown and the HTML it becomes */
    text(median) {
      written++
      const sentences = paragraph(Math.min(600, Math.max(3, Math.round(median * random.spread(0.75)))))
      for (const { word, every, offset } of due)
        if (written % every === offset) sentences.push(`Has anybody a ${word} to spare?`)
      const paragraphs = []
      while (sentences.length > 0) paragraphs.push(sentences.splice(0, 2 + random.below(4)).join(' '))
      if (random.below(12) === 0) paragraphs[0] = `*${paragraphs[0].slice(0, -1)}*.`
      return {
        body: paragraphs.join('\n\n'),
        html: `${paragraphs.map((one) => `<p>${one.replace(/\*([^*]+)\*/, '<em>$1</em>')}</p>`).join('\n')}\n`,
      }
    },
  }
}

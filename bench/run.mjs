import { benchCareful } from './careful.mjs'
import { benchCarefulKernels } from './careful-kernels.mjs'
import { benchExperiments } from './experiments.mjs'
import { openPlace } from './lib/place.mjs'
import { benchPages } from './pages.mjs'
import { benchPause } from './pause.mjs'
import { benchPersonal } from './personal.mjs'
import { benchPerspective } from './perspective.mjs'
import { benchReading } from './reading.mjs'
import { benchReadingOthers } from './reading-others.mjs'
import { benchRecognition } from './recognition.mjs'
import { benchScale } from './scale.mjs'
import { benchSearch } from './search.mjs'
import { benchThermometer } from './thermometer.mjs'

const say = (line) => process.stdout.write(`${line}\n`)

async function benchReaders() {
  await benchReading(say)
  await benchCareful(say)
  await benchReadingOthers(say)
}

const commands = {
  seed: {
    says: 'make the sample community, or see that it is there',
    run: async () => (await openPlace('large', say)).stop(),
  },
  pages: { says: 'CPU, speed, memory and weight of pages', run: () => benchPages(say) },
  scale: { says: 'the same pages on a small and a large community', run: () => benchScale(say) },
  search: { says: 'ten words from common to absent', run: () => benchSearch(say) },
  reading: {
    says: 'both readers: speed by length, size, memory; beside others',
    run: benchReaders,
  },
  'reading-others': {
    says: 'only our readers beside packages people use today',
    run: () => benchReadingOthers(say),
  },
  personal: {
    says: "other people's data in a draft: recall, false alarms, speed",
    run: () => benchPersonal(say),
  },
  perspective: {
    says: 'the Perspective routes: answers a second and times, by connections, length and reader',
    run: () => benchPerspective(say),
  },
  pause: {
    says: 'the pause in the composer: from key press to panel, typing, weight',
    run: () => benchPause(say),
  },
  thermometer: {
    says: 'which threads are said to be heating up, and what a look costs',
    run: () => benchThermometer(say),
  },
  recognition: {
    says: 'the ripple of a long helper, thanks on open pages, two hundred who thank at once',
    run: () => benchRecognition(say),
  },
  experiments: {
    says: 'experiments on simulated communities: coverage of intervals, false alarms',
    run: () => benchExperiments(say),
  },
  'careful-kernels': {
    says: 'ways to run the careful reader; with --beside FOLDER onnxruntime-web too',
    run: () => benchCarefulKernels(say),
  },
  all: {
    says: 'all of it',
    run: async () => {
      await benchPages(say)
      await benchScale(say)
      await benchSearch(say)
      await benchReaders()
      await benchPersonal(say)
      await benchPerspective(say)
      await benchPause(say)
      await benchExperiments(say)
      await benchThermometer(say)
      await benchRecognition(say)
    },
  },
}

const name = process.argv[2]
const command = commands[name]
if (command) await command.run()
else {
  say('npm run bench -- <command>\n')
  for (const [one, { says }] of Object.entries(commands)) say(`  ${one.padEnd(17)}${says}`)
  process.exitCode = name ? 2 : 0
}

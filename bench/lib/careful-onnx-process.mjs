// The same shapes in onnxruntime-web, one thread; prints one line of JSON. Takes a folder that has it and the files.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const [folder, file, rounds] = process.argv.slice(2)
const require = createRequire(join(folder, 'package.json'))
const ort = await import(pathToFileURL(require.resolve('onnxruntime-web')).href)
ort.env.wasm.numThreads = 1

const begin = performance.now()
const session = await ort.InferenceSession.create(readFileSync(join(folder, file)), {
  executionProviders: ['wasm'],
})
const ready = performance.now() - begin
const values = Float32Array.from({ length: 64 * 384 }, (_, at) => Math.sin(at * 7.7))
const x = new ort.Tensor('float32', values, [1, 64, 384])
const times = []
for (let call = -10; call < Number(rounds) * 8; call++) {
  const before = process.cpuUsage()
  await session.run({ x })
  const { user, system } = process.cpuUsage(before)
  if (call >= 0) times.push((user + system) / 1000)
}
times.sort((one, other) => one - other)
const { version } = JSON.parse(
  readFileSync(join(folder, 'node_modules/onnxruntime-web/package.json'), 'utf8'),
)
process.stdout.write(
  JSON.stringify({
    version,
    ready,
    p50: times[times.length >> 1],
    least: times[0],
    memory: process.memoryUsage().rss,
  }),
)

import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, extname, join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import { bundle, otherWords, readingBeside, wordsBeside } from './bundle.mjs'
import { inRoot } from './root.mjs'

const clientFolder = inRoot('community', 'client')
const styleFolder = inRoot('community', 'src', 'foundation', 'pages', 'styles')
const fonts = ['familjen-grotesk', 'radio-canada']
const entryEnding = '.entry.ts'

/** What travels smaller as Brotli; models hardly more so with more effort, and that takes twenty times as long. */
const effort = { '.css': 11, '.js': 11, '.bin': 5 }

/**
 * Writes a file under a name that changes with its content, for scripts, styles and models beside its Brotli form, and enters it
 * in the manifest.
 */
function put(folder, manifest, name, content) {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 8)
  const ending = extname(name)
  const file = `${name.slice(0, -ending.length)}.${hash}${ending}`
  mkdirSync(dirname(join(folder, file)), { recursive: true })
  writeFileSync(join(folder, file), content)
  manifest[name] = file
  if (!(ending in effort)) return
  const params = { [constants.BROTLI_PARAM_QUALITY]: effort[ending], [constants.BROTLI_PARAM_LGWIN]: 24 }
  writeFileSync(join(folder, `${file}.br`), brotliCompressSync(content, { params }))
}

function listFolder(folder, ending) {
  return existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith(ending))
        .sort()
    : []
}

function putFonts(folder, manifest) {
  const require = createRequire(inRoot('community', 'package.json'))
  for (const font of fonts) {
    const home = dirname(require.resolve(`@fontsource-variable/${font}/package.json`))
    const content = readFileSync(join(home, 'files', `${font}-latin-wght-normal.woff2`))
    put(folder, manifest, `fonts/${font}.woff2`, content)
  }
}

async function putStyle(folder, manifest) {
  const files = listFolder(styleFolder, '.css')
  if (files.length === 0) return
  const whole = files.map((name) => readFileSync(join(styleFolder, name), 'utf8')).join('\n')
  const linked = whole.replace(/url\((['"]?)(fonts\/[^'")]+)\1\)/g, (_, _quote, name) => {
    if (!manifest[name]) throw new Error(`A style names ${name}, which is not among the fonts.`)
    return `url(${manifest[name]})`
  })
  // No target: what the styles use, browsers get as it is written.
  const { transform } = await import('esbuild')
  const { code } = await transform(linked, { loader: 'css', minify: true })
  put(folder, manifest, 'style.css', code)
}

/** What finds other words is fetched by the pause once somebody writes: a file of its own, without a reader. */
async function putOtherWords(folder, manifest) {
  put(folder, manifest, 'other-words.js', await otherWords())
  return wordsBeside(`./${manifest['other-words.js']}`)
}

/** The reading is fetched with the model: the pause does not carry it. */
async function putReading(folder, manifest) {
  put(folder, manifest, 'reading.js', await bundle(join(clientFolder, 'reading.ts')))
  return readingBeside(`./${manifest['reading.js']}`)
}

async function putScripts(folder, manifest) {
  const plugins = [await putOtherWords(folder, manifest), await putReading(folder, manifest)]

  for (const name of listFolder(clientFolder, entryEnding)) {
    const script = `${name.slice(0, -entryEnding.length)}.js`
    put(folder, manifest, script, await bundle(join(clientFolder, name), { plugins }))
  }
}

/** The models that pages read with; that of a person's own crisis stays off until it is reviewed. */
function putModels(folder, manifest) {
  const home = inRoot('tone', 'src', 'model')
  const models = listFolder(home, '.bin').filter((name) => /^(quick|careful)/.test(name))
  for (const name of models) put(folder, manifest, `models/${name}`, readFileSync(join(home, name)))
}

/**
 * Makes the styles, fonts and scripts that browsers load, and the models these read with, with a manifest that leads from their
 * logical names ("style.css") to the names they were given.
 */
export async function buildAssets(folder) {
  const manifest = {}
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  putFonts(folder, manifest)
  await putStyle(folder, manifest)
  await putScripts(folder, manifest)
  putModels(folder, manifest)
  writeFileSync(join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`)
  return manifest
}

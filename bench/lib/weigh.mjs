/** The files a page makes a browser load: styles, what they name, scripts, preloads, its mark. */
async function filesOf(base, html) {
  const files = new Set()
  for (const [tag] of html.matchAll(/<(?:link|script|img)\b[^>]*>/g)) {
    if (tag.startsWith('<img') || /rel="(?:next|prev|canonical|alternate|manifest|search)"/.test(tag))
      continue
    const address = /(?:href|src)="([^"]+)"/.exec(tag)?.[1]
    if (address?.startsWith('/')) files.add(address)
  }
  for (const style of [...files].filter((file) => file.endsWith('.css'))) {
    const css = await (await fetch(base + style)).text()
    for (const [, name] of css.matchAll(/url\(["']?([^"')]+)["']?\)/g))
      if (!name.startsWith('data:')) files.add(new URL(name, base + style).pathname)
  }
  return [...files]
}

/** Bytes as they travel to a browser that takes compressed answers. */
async function travelled(url, headers = {}) {
  const { request } = await import('node:http')
  return new Promise((resolve, reject) => {
    request(url, { headers: { 'accept-encoding': 'br, gzip', ...headers } }, (response) => {
      let size = 0
      response.on('data', (chunk) => {
        size += chunk.length
      })
      response.on('end', () =>
        resolve({
          status: response.statusCode,
          size,
          encoding: response.headers['content-encoding'] ?? 'none',
        }),
      )
    })
      .on('error', reject)
      .end()
  })
}

/** Everything a first visit to a page loads, file by file. */
export async function weigh(port, path, headers = {}) {
  const base = `http://127.0.0.1:${port}`
  const html = await (await fetch(base + path, { headers })).text()
  const files = [path, ...(await filesOf(base, html))]
  const loaded = []
  for (const file of files)
    loaded.push({ file, ...(await travelled(base + file, file === path ? headers : {})) })
  return loaded
}

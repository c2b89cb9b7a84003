const wanted = [20, 19]

/** Ends with a sentence when this Node.js is too old to run Kindling. */
export function checkNode(version = process.versions.node) {
  const [major, minor] = version.split('.').map(Number)
  if (major > wanted[0] || (major === wanted[0] && minor >= wanted[1])) return
  process.stderr.write(
    `Kindling needs Node.js ${wanted.join('.')} or later, and this is ${version}. Get a newer one from https://nodejs.org and try again.\n`,
  )
  process.exit(1)
}

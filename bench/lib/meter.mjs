import cluster from 'node:cluster'

/** What this process has used so far: microseconds of CPU, bytes of memory. */
function own() {
  const { user, system } = process.cpuUsage()
  return { cpu: user + system, memory: process.memoryUsage().rss }
}

const ofWorker = (worker) =>
  new Promise((resolve) => {
    const hear = ({ usage }) => {
      if (!usage) return
      worker.off('message', hear)
      resolve(usage)
    }
    worker.on('message', hear)
    worker.send('usage')
  })

/** The CPU of all, the memory of the largest. */
async function ofAll() {
  const all = [own(), ...(await Promise.all(Object.values(cluster.workers ?? {}).map(ofWorker)))]
  return {
    cpu: all.reduce((sum, { cpu }) => sum + cpu, 0),
    memory: Math.max(...all.map(({ memory }) => memory)),
  }
}

// Loaded into the measured server beside its own code: answers what the process and those it started have used so far.
process.on('message', async (message) => {
  if (message === 'usage') process.send({ usage: cluster.isPrimary ? await ofAll() : own() })
})
// One of several processes gets its port by this channel and must wait for it.
if (cluster.isPrimary) process.channel?.unref()

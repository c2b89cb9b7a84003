import cluster from 'node:cluster'

// Loaded into the measured server beside its own code: answers what the process has used so far.
process.on('message', (message) => {
  if (message === 'usage') process.send({ cpu: process.cpuUsage(), memory: process.memoryUsage().rss })
})
// One of several processes gets its port by this channel and must wait for it.
if (cluster.isPrimary) process.channel?.unref()

// Loaded into the measured server beside its own code: answers what the process has used so far.
process.on('message', (message) => {
  if (message === 'usage') process.send({ cpu: process.cpuUsage(), memory: process.memoryUsage().rss })
})
process.channel?.unref()

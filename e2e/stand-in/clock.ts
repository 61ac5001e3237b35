// Loaded into a hub before its program: its clock runs on by as much as the test says. Timers that sleep already are not woken.

const realNow = Date.now
let aheadMs = 0
Date.now = () => realNow() + aheadMs
process.on('message', (passedMs: number) => {
  aheadMs += passedMs
  process.send?.(passedMs)
})
// A hub that ends is not kept from it by the test that listens.
process.channel?.unref()

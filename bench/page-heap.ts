import type { Desktop } from '../e2e/desktop.ts'

/** What is left of the page's heap when nothing in it is garbage. */
export async function heapBytes({ page, context }: Pick<Desktop, 'page' | 'context'>): Promise<number> {
  const line = await context.newCDPSession(page)
  await line.send('HeapProfiler.collectGarbage')
  const { usedSize } = await line.send('Runtime.getHeapUsage')
  await line.detach()
  return usedSize
}

import type { Desktop } from '../e2e/desktop.ts'

/** The size of the page's heap after garbage collection. */
export async function heapBytes({ page, context }: Pick<Desktop, 'page' | 'context'>): Promise<number> {
  const line = await context.newCDPSession(page)
  await line.send('HeapProfiler.collectGarbage')
  const { usedSize } = await line.send('Runtime.getHeapUsage')
  await line.detach()
  return usedSize
}

import { Worker } from 'node:worker_threads'

/** Four times what a house of a million rows needs; work that needs more is ended, and the house sells on. */
const MEMORY_MAX_MB = 512

export interface RunningThread<Report> {
  readonly report: Promise<Report>
  readonly stop: () => void
}

/**
 * In development the sources run as they are (`source`, relative to here); a build puts every main file into one folder, under the name
 * of its source file. Rejects where the work itself failed.
 */
export function runThread<Report>(source: string, task: object): RunningThread<Report> {
  const built = `./${source.replace(/^.*\//, '').replace(/\.ts$/, '.js')}`
  const file = new URL(import.meta.url.endsWith('.ts') ? source : built, import.meta.url)
  const resourceLimits = { maxOldGenerationSizeMb: MEMORY_MAX_MB }
  const thread = new Worker(file, { workerData: task, execArgv: [], resourceLimits })
  // A house that closes does not wait for it.
  thread.unref()
  const report = new Promise<Report>((resolve, reject) => {
    thread.once('message', resolve)
    thread.once('error', reject)
    thread.once('exit', () => reject(new Error('the thread ended before it said anything')))
  })
  return { report, stop: () => void thread.terminate() }
}

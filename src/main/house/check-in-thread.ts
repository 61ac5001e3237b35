import { Worker } from 'node:worker_threads'
import type { FileReport } from '../checks/check-file.ts'
import type { ThreadTask } from '../checks/check-thread.ts'

/** What a house of a million rows needs four times over; a check that wants more ends, and the house sells on. */
const MEMORY_MAX_MB = 512

export interface RunningCheck {
  readonly report: Promise<FileReport>
  readonly stop: () => void
}

/** In development the sources run as they are; a build puts every main file into one folder. */
const threadFile = new URL(
  import.meta.url.endsWith('.ts') ? '../checks/check-thread.ts' : './check-thread.js',
  import.meta.url,
)

/** Rejects where the check itself failed, which says nothing of the house. */
export function checkInThread(path: string): RunningCheck {
  const task: ThreadTask = { path }
  const resourceLimits = { maxOldGenerationSizeMb: MEMORY_MAX_MB }
  const thread = new Worker(threadFile, { workerData: task, execArgv: [], resourceLimits })
  // A house that closes does not wait for it.
  thread.unref()
  const report = new Promise<FileReport>((resolve, reject) => {
    thread.once('message', resolve)
    thread.once('error', reject)
    thread.once('exit', () => reject(new Error('the check ended before it said anything')))
  })
  return { report, stop: () => void thread.terminate() }
}

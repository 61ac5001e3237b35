import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'

const program = pathToFileURL(join(import.meta.dirname, 'note-failures.ts')).href

/** Runs in a process of its own, whose log is what it prints. */
function ran(work: string) {
  const log = '{ error: ({ error }, text) => console.log(`${text}: ${error}`) }'
  const code = `import { noteFailures } from '${program}'; noteFailures(() => (${log})); ${work}`
  const { status, stdout } = spawnSync(process.execPath, ['--input-type=module', '--eval', code], {
    encoding: 'utf8',
  })
  return { status, stdout }
}

test('[C3] a promise that failed and that nobody waited for is written down with its place, and the house goes on', () => {
  const { status, stdout } = ran(
    `void Promise.reject(new Error('no paper')); setImmediate(() => console.log('goes on'))`,
  )
  expect(stdout).toMatch(/^something failed beside the sales: Error: no paper\n +at [^]+\ngoes on\n$/)
  expect(status).toBe(0)
})

test('[C3] an exception is written down and still ends it: it may have come out of the middle of a sale', () => {
  const { status, stdout } = ran(
    `setImmediate(() => { throw new Error('half') }); setImmediate(() => console.log('goes on'))`,
  )
  expect(stdout).toMatch(/^main failed: Error: half\n/)
  expect(stdout).not.toContain('goes on')
  expect(status).toBe(1)
})

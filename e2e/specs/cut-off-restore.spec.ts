// [SYNC 5.9] A restore that was killed in the middle of its moves: the next start finishes it, and tells the person there what it did.

import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from '../fixtures.ts'
import { atTerminal } from '../lan-fixtures.ts'
import { Desk } from '../pages/desk.ts'

const program = join(import.meta.dirname, '..', '..', 'src', 'main', 'house', 'restoring-house.fixture.ts')
/** The previous house is moved away, and nothing is in its place yet. */
const houseMoved = '2'

test('[SYNC 5.9] a desktop’s start says that it put the backup in its place, and sells from it', async ({
  openDesktop,
}) => {
  const first = await openDesktop()
  const { data } = first
  const backup = join(data, 'mine.db')
  atTerminal('db-backup', ['--data', data, '--to', backup])
  await new Desk(first.page).sell('The Glass Orchard', 'D10')
  await first.terminate()
  const killed = spawnSync(process.execPath, [program, data, backup, houseMoved])
  expect(killed.signal).toBe('SIGKILL')

  const { page, lines } = await openDesktop({ data })
  // Also shown in a box, which opens before a test can answer it.
  expect(lines.join('\n')).toMatch(/this start has finished it.*aside-/)
  // What was sold after the backup is not in it.
  const desk = new Desk(page)
  await desk.openShow('The Glass Orchard')
  await desk.expectSeat('D10', 'free')
})

test('[SYNC 5.9] a hub says it at its terminal @whole', async ({ hub }) => {
  const backup = join(hub.data, 'mine.db')
  atTerminal('db-backup', ['--data', hub.data, '--to', backup])
  await hub.stop()
  const killed = spawnSync(process.execPath, [program, hub.data, backup, houseMoved])
  expect(killed.signal).toBe('SIGKILL')
  await hub.start()
  expect(hub.lines.join('\n')).toMatch(/this start has finished it: the backup is in its place/)
})

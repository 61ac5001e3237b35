import { existsSync, readFileSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { StartRefused } from '../store/open-database.ts'
import { tempFolder } from '../temp-folder.fixture.ts'
import { deskActor, openHouse } from './open-house.ts'
import { readOptions } from './options.ts'

function optionsFor(data: string) {
  const options = readOptions(['--data', data, '--no-demo'])
  if ('problem' in options) throw new Error(options.problem)
  return options
}

test('[I43] a house whose database is gone is refused, not opened as a new one with every seat for sale again', () => {
  const data = tempFolder()
  openHouse(optionsFor(data), '0.0.0').close()
  openHouse(optionsFor(data), '0.0.0').close()
  for (const lose of [truncateSync, rmSync]) {
    lose(join(data, 'house.db'))
    for (const rest of ['house.db-wal', 'house.db-shm']) rmSync(join(data, rest), { force: true })
    expect(() => openHouse(optionsFor(data), '0.0.0')).toThrow(StartRefused)
    expect(statSync(join(data, 'keys', 'ticket-key.pem')).size).toBeGreaterThan(0)
    // Refused late, with the database open: the last connection to close removes its log.
    expect(existsSync(join(data, 'house.db-wal'))).toBe(false)
  }
})

test('[I43] a start that fails for its key leaves nothing open: no lock, no database, and the next start has the house', () => {
  const data = tempFolder()
  openHouse(optionsFor(data), '0.0.0').close()
  const key = join(data, 'keys', 'ticket-key.pem')
  const whole = readFileSync(key)
  truncateSync(key, 10)
  expect(() => openHouse(optionsFor(data), '0.0.0')).toThrow()
  expect(existsSync(join(data, 'house.db-wal'))).toBe(false)
  writeFileSync(key, whole)
  openHouse(optionsFor(data), '0.0.0').close()
})

test('[V10] the log has its whole length when the first sale of a start is answered, though no start waits for it', async () => {
  const data = tempFolder()
  const bytes = () => statSync(join(data, 'house.db-wal')).size
  openHouse(optionsFor(data), '0.0.0').close()
  const house = openHouse(optionsFor(data), '0.0.0')
  expect(bytes()).toBeLessThan(1_000_000)
  const desk = house.engine.kioskFor(deskActor('desk-1'))
  const hired = await desk.call('save-staff', { staffId: null, name: 'Mina', role: 'clerk', active: true })
  expect(hired.kind).toBe('done')
  expect(bytes()).toBeGreaterThan(16_000_000)
  house.close()
})

test('[I42] a house that has PINs but has lost its pepper refuses to start: no PIN would ever be right again', async () => {
  const data = tempFolder()
  const house = openHouse(optionsFor(data), '0.0.0')
  const desk = house.engine.kioskFor(deskActor('desk-1'))
  const hired = await desk.call('save-staff', { staffId: null, name: 'Mina', role: 'admin', active: true })
  if (hired.kind !== 'done') throw new Error('not hired')
  const { staffId } = hired.value
  const pin = '90817263'
  expect(await desk.call('set-pin', { staffId, pin, oldPin: null })).toMatchObject({ kind: 'done' })
  house.close()
  // The real comparison, over a restart.
  const again = openHouse(optionsFor(data), '0.0.0')
  const next = again.engine.kioskFor(deskActor('desk-1'))
  expect(await next.call('open-carts', {})).toMatchObject({ refusal: { code: 'SIGN_IN_REQUIRED' } })
  expect(await next.call('sign-in', { staffId, pin: '90817264' })).toMatchObject({
    refusal: { code: 'WRONG_PIN' },
  })
  expect(await next.call('sign-in', { staffId, pin })).toMatchObject({ kind: 'done' })
  again.close()
  const files = readdirSync(data, { recursive: true, withFileTypes: true }).filter((one) => one.isFile())
  expect(files.length).toBeGreaterThan(3)
  for (const { parentPath, name } of files) {
    const isFound = readFileSync(join(parentPath, name)).includes(pin)
    expect(isFound, name).toBe(false)
  }
  rmSync(join(data, 'keys', 'pin-pepper'))
  expect(() => openHouse(optionsFor(data), '0.0.0')).toThrow(StartRefused)
})

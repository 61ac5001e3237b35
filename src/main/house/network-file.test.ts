import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { KioskId } from '../../shared/domain/ids.ts'
import { tempFolder } from '../temp-folder.fixture.ts'
import { keepHub, keepNetwork, readNetwork } from './network-file.ts'

const hub = {
  host: '192.168.1.5',
  port: 8481,
  hubPin: 'ab'.repeat(32),
  kioskId: 'kiosk-1' as KioskId,
  name: 'Side',
}

test('[S3] a machine that was told nothing is alone; what it is told later it remembers', () => {
  const folder = tempFolder()
  expect(readNetwork(folder)).toEqual({ isShared: false, hub: null })
  keepNetwork(folder, { isShared: true })
  keepNetwork(folder, { hub })
  expect(readNetwork(folder)).toEqual({ isShared: true, hub })
})

test.for(['', '{', '{"isShared":true}', '{"isShared":true,"hub":{"host":"x"}}'])(
  '[S3] a file that says %s opens no house: a kiosk that forgot its hub would sell from one of its own',
  (text) => {
    const folder = tempFolder()
    writeFileSync(join(folder, 'network.json'), text)
    expect(() => readNetwork(folder)).toThrow('which house it belongs to')
  },
)

test('[I42] it holds no secret', () => {
  const folder = tempFolder()
  keepNetwork(folder, { hub })
  expect(Object.keys(JSON.parse(readFileSync(join(folder, 'network.json'), 'utf8')) as object)).toEqual([
    'isShared',
    'hub',
  ])
})

test('[SYNC 5.9] whoever goes to another hub takes no copy along: that of a house to practise with would stop the real one', () => {
  const folder = tempFolder()
  keepHub(folder, hub, 1)
  writeFileSync(join(folder, 'mirror.db'), 'of the house to practise with')
  keepHub(folder, null, 2)
  expect(readNetwork(folder)).toEqual({ isShared: false, hub: null })
  expect(readdirSync(folder).toSorted()).toEqual(['mirror-2.db', 'network.json'])
})

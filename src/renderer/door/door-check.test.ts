import { describe, expect, test } from 'vitest'
import type { CommandId, SeatId, ShowId } from '../../shared/domain/ids.ts'
import type { Output } from '../../shared/contract/operations.ts'
import type { Answer } from '../../shared/contract/port.ts'
import { DoorCheck } from './door-check.ts'
import type { DoorMemory, Owed } from './door-memory.ts'

type Told = Output<'check-in'>

const here = 1 as ShowId
const HOUSE = 'KEY'
/** `n/show`: stands for a code of this house if it begins with a T. */
const code = (number: string, showId: number = here) => `${number}/${showId}`

interface FakeMemory extends DoorMemory {
  readonly rows: Map<string, Owed>
  readonly seen: Map<string, number>
  isFull: boolean
  isUnreadable: boolean
}

function memoryOf(): FakeMemory {
  const rows = new Map<string, Owed>()
  const seen = new Map<string, number>()
  const memory: FakeMemory = {
    rows,
    seen,
    isFull: false,
    isUnreadable: false,
    seenAtMs: (_house, number) => Promise.resolve(seen.get(number) ?? null),
    remember: async (_house, number, atMs) => {
      if (memory.isFull) throw new Error('the disk is full')
      seen.set(number, atMs)
    },
    owe: async (owed) => {
      if (memory.isFull) throw new Error('the disk is full')
      rows.set(owed.commandId, owed)
      seen.set(owed.number, owed.scannedAtMs)
    },
    owed: async () => {
      if (memory.isUnreadable) throw new Error('the disk fails')
      return [...rows.values()]
    },
    note: async (owed) => void rows.set(owed.commandId, owed),
    settle: async (commandId) => void rows.delete(commandId),
  }
  return memory
}

/** A house with another door; it knows admissions by command id. */
class OneHouse {
  readonly answers = new Map<string, Told>()
  readonly heard: unknown[] = []
  readonly letIn = new Map<string, number>()
  isSilent = false
  fails: 'refused' | 'fault' | null = null
  /** What it says of single commands, whatever else it would. */
  readonly says = new Map<string, Answer<never>>()

  ask = async (
    input: { code: string; scannedAtMs?: number },
    commandId: CommandId,
  ): Promise<Answer<Told>> => {
    this.heard.push({ ...input, commandId })
    const only = this.says.get(commandId)
    if (only) return only
    if (this.fails === 'fault') return { kind: 'fault', incidentId: 'x', reason: 'storage' }
    if (this.fails === 'refused') return { kind: 'refused', refusal: { code: 'SIGN_IN_REQUIRED' } }
    const said = this.answers.get(commandId) ?? this.#decide(input)
    this.answers.set(commandId, said)
    return this.isSilent ? new Promise(() => undefined) : { kind: 'done', value: said }
  }

  #decide({ code, scannedAtMs = 500 }: { code: string; scannedAtMs?: number }): Told {
    const [number = ''] = code.split('/')
    const usedAtMs = this.letIn.get(number) ?? null
    this.letIn.set(number, usedAtMs ?? scannedAtMs)
    const ticket = { number, ofShowId: here, label: 'A1', section: 'Stalls', ticketType: 'Normal' }
    return { ...ticket, answer: usedAtMs === null ? 'valid' : 'used', usedAtMs }
  }
}

function doorOf(key: string | null = HOUSE) {
  const house = new OneHouse()
  const memory = memoryOf()
  const owed: (readonly Owed[])[] = []
  const world = { isConnected: true, nowMs: 1000, ids: 0 }
  const door = new DoorCheck({
    ask: house.ask,
    isConnected: () => world.isConnected,
    newCommandId: () => `c${(world.ids += 1)}` as CommandId,
    nowMs: () => (world.nowMs += 1),
    memory,
    publicKey: () => key,
    prove: (_key, text) => {
      const [number = '', show] = text.split('/')
      const facts = { number, showId: Number(show) as ShowId, seatId: 0 as SeatId }
      return Promise.resolve(number.startsWith('T') ? facts : null)
    },
    patience: () => (house.isSilent ? Promise.resolve() : new Promise(() => undefined)),
    onOwed: (now) => owed.push(now),
  })
  return { door, house, memory, owed, world }
}

describe('[T3] with the house', () => {
  test('its word is what counts, and who is in is remembered', async () => {
    const { door, house, memory } = doorOf()
    expect(await door.check(here, code('T1'))).toMatchObject({ answer: 'valid', label: 'A1', isAlone: false })
    expect(await door.check(here, code('T1'))).toMatchObject({ answer: 'used', usedAtMs: 500 })
    expect(memory.seen.has('T1')).toBe(true)
    expect(house.letIn.size).toBe(1)
  })

  test('a refusal and a fault let nobody in, and nothing is owed', async () => {
    const { door, house, memory } = doorOf()
    house.fails = 'refused'
    expect(await door.check(here, code('T1'))).toMatchObject({
      answer: 'refused',
      refusal: { code: 'SIGN_IN_REQUIRED' },
    })
    house.fails = 'fault'
    expect(await door.check(here, code('T1'))).toMatchObject({ answer: 'unchecked', isAlone: false })
    expect(memory.rows.size + memory.seen.size).toBe(0)
  })
})

describe('[T3] without the house', () => {
  test('a genuine ticket is let in once, forged, foreign and other shows’ are not', async () => {
    const { door, house, memory, world } = doorOf()
    world.isConnected = false
    expect(await door.check(here, code('T1'))).toMatchObject({ answer: 'alone', isAlone: true, number: 'T1' })
    expect(await door.check(here, code('T1'))).toMatchObject({ answer: 'used', usedAtMs: 1001 })
    expect(await door.check(here, code('T2', 2))).toMatchObject({ answer: 'wrong-show', ofShowId: 2 })
    expect(await door.check(here, code('F1'))).toMatchObject({ answer: 'unknown', number: null })
    expect([...memory.rows.values()]).toMatchObject([{ number: 'T1', conflict: null }])
    expect(house.heard).toEqual([])
  })

  test('[S3] a kiosk whose hub is away says so at once, and the door goes by itself, as where the page has no line', async () => {
    const { door, house, memory } = doorOf()
    for (const id of ['c1', 'c2']) house.says.set(id, { kind: 'refused', refusal: { code: 'HUB_AWAY' } })
    expect(await door.check(here, code('T1'))).toMatchObject({ answer: 'alone', isAlone: true })
    expect(await door.check(here, code('T1'))).toMatchObject({ answer: 'used' })
    house.says.clear()
    await door.handIn()
    expect(house.heard.at(-1)).toEqual({ showId: here, code: code('T1'), scannedAtMs: 1001, commandId: 'c1' })
    expect(memory.rows.size).toBe(0)
  })

  test('who was let in while the house was there is not let in again', async () => {
    const { door, world } = doorOf()
    await door.check(here, code('T1'))
    world.isConnected = false
    expect(await door.check(here, code('T1'))).toMatchObject({ answer: 'used' })
  })

  test('the house’s word stands where this machine cannot write it down, and is not forgotten by this page', async () => {
    const { door, memory, world } = doorOf()
    memory.isFull = true
    expect(await door.check(here, code('T1'))).toMatchObject({ answer: 'valid', label: 'A1' })
    memory.isFull = false
    world.isConnected = false
    expect(await door.check(here, code('T1'))).toMatchObject({ answer: 'used' })
  })

  test('who was written down is let in, even where the list of what is owed cannot be read', async () => {
    const { door, memory, world } = doorOf()
    world.isConnected = false
    memory.isUnreadable = true
    expect(await door.check(here, code('T1'))).toMatchObject({ answer: 'alone' })
    expect(memory.rows.size).toBe(1)
  })

  test('two equal scans at one moment are one', async () => {
    const { door, world } = doorOf()
    world.isConnected = false
    const said = await Promise.all([door.check(here, code('T1')), door.check(here, code('T1'))])
    expect(said.map(({ answer }) => answer)).toEqual(['alone', 'used'])
  })

  test('a number, or any code where the house never said its key, nobody can check', async () => {
    const { door, world } = doorOf()
    world.isConnected = false
    expect(await door.check(here, '1A2B3C4D')).toMatchObject({ answer: 'unchecked', isAlone: true })
    const keyless = doorOf(null)
    keyless.world.isConnected = false
    expect(await keyless.door.check(here, code('T1'))).toMatchObject({ answer: 'unchecked' })
    await keyless.door.handIn()
    expect(keyless.house.heard).toEqual([])
  })

  test('what cannot be written down is not let in, and the next one is looked at', async () => {
    const { door, memory, world } = doorOf()
    world.isConnected = false
    memory.isFull = true
    await expect(door.check(here, code('T1'))).rejects.toThrow('full')
    memory.isFull = false
    expect(await door.check(here, code('T1'))).toMatchObject({ answer: 'alone' })
  })
})

describe('[C3] handing in', () => {
  test('each once, in its order, with its time and under its id; then nothing is owed', async () => {
    const { door, house, owed, world } = doorOf()
    world.isConnected = false
    await door.check(here, code('T1'))
    await door.check(here, code('T2'))
    world.isConnected = true
    await Promise.all([door.handIn(), door.handIn()])
    expect(house.heard).toEqual([
      { showId: here, code: code('T1'), scannedAtMs: 1001, commandId: 'c1' },
      { showId: here, code: code('T2'), scannedAtMs: 1002, commandId: 'c2' },
    ])
    expect(owed.at(-1)).toEqual([])
  })

  test('what the house heard and never answered is asked again in the same words: one effect', async () => {
    const { door, house, memory, world } = doorOf()
    house.isSilent = true
    expect(await door.check(here, code('T1'))).toMatchObject({ answer: 'alone' })
    house.isSilent = false
    await door.handIn()
    expect(house.heard).toEqual([
      { showId: here, code: code('T1'), commandId: 'c1' },
      { showId: here, code: code('T1'), commandId: 'c1' },
    ])
    expect(memory.rows.size).toBe(0)
    expect(house.answers.size).toBe(1)
    expect(world.ids).toBe(1)
  })

  test('let in elsewhere meanwhile is shown until somebody has seen it, and is not handed in twice', async () => {
    const { door, house, owed, world } = doorOf()
    world.isConnected = false
    await door.check(here, code('T1'))
    house.letIn.set('T1', 700)
    world.isConnected = true
    await door.handIn()
    await door.handIn()
    expect(owed.at(-1)).toMatchObject([{ number: 'T1', conflict: { answer: 'used', usedAtMs: 700 } }])
    expect(house.heard).toHaveLength(1)
    await door.forget('c1' as CommandId)
    expect(owed.at(-1)).toEqual([])
  })

  test('where nobody is signed in, or the disk fails, it waits; where the way is lost, too', async () => {
    const { door, house, memory, world } = doorOf()
    world.isConnected = false
    await door.check(here, code('T1'))
    await door.check(here, code('T2'))
    await door.handIn()
    expect(house.heard).toEqual([])
    world.isConnected = true
    for (const fails of ['refused', 'fault'] as const) {
      house.fails = fails
      // oxlint-disable-next-line no-await-in-loop -- one after the other, as in reality
      await door.handIn()
    }
    expect(house.heard).toHaveLength(2)
    expect(memory.rows.size).toBe(2)
    house.fails = null
    await door.handIn()
    expect(memory.rows.size).toBe(0)
  })

  test('what the house will never take, or fails at itself, holds up none behind it; the former is shown until somebody has seen it', async () => {
    const { door, house, memory, owed, world } = doorOf()
    world.isConnected = false
    // oxlint-disable-next-line no-await-in-loop -- one after the other, as in reality
    for (const number of ['T1', 'T2', 'T3']) await door.check(here, code(number))
    world.isConnected = true
    const reused = { code: 'COMMAND_REUSED', commandId: 'c1' } as const
    house.says.set('c1', { kind: 'refused', refusal: reused })
    house.says.set('c2', { kind: 'fault', incidentId: 'x', reason: 'bug' })
    await door.handIn()
    expect(owed.at(-1)).toMatchObject([
      { number: 'T1', conflict: { answer: 'refused', refusal: reused } },
      { number: 'T2', conflict: null },
    ])
    expect(house.letIn.has('T3')).toBe(true)
    await door.handIn()
    expect(house.heard.map((asked) => (asked as Owed).commandId)).toEqual(['c1', 'c2', 'c3', 'c2'])
    await door.forget('c1' as CommandId)
    expect([...memory.rows.keys()]).toEqual(['c2'])
  })

  test('a hub that is away or busy takes no scan for now', async () => {
    const { door, house, memory, world } = doorOf()
    world.isConnected = false
    await door.check(here, code('T1'))
    await door.check(here, code('T2'))
    world.isConnected = true
    for (const refusal of [{ code: 'HUB_AWAY' }, { code: 'BUSY', limit: 'commands' }] as const) {
      house.says.set('c1', { kind: 'refused', refusal })
      // oxlint-disable-next-line no-await-in-loop -- one after the other, as in reality
      await door.handIn()
    }
    expect(house.heard).toHaveLength(2)
    expect([...memory.rows.values()].map(({ conflict }) => conflict)).toEqual([null, null])
  })

  test('whoever comes with a ticket that is still owed is told that it was let in, and the house counts one guest', async () => {
    const { door, house, owed, world } = doorOf()
    world.isConnected = false
    await door.check(here, code('T1'))
    world.isConnected = true
    expect(await door.check(here, code('T1'))).toMatchObject({ answer: 'used', usedAtMs: 1001, label: 'A1' })
    expect(owed.at(-1)).toEqual([])
    expect(house.letIn.size).toBe(1)
    expect(await door.check(here, code('T1'))).toMatchObject({ answer: 'used' })
  })
})

describe('[C3] [T3] a house that heard and did not answer', () => {
  test('a typed number that was let in unheard is valid when it is typed again, once', async () => {
    const { door, house } = doorOf()
    house.isSilent = true
    expect(await door.check(here, '1A2B3C4D')).toMatchObject({ answer: 'unchecked', isAlone: true })
    expect(house.letIn.size).toBe(1)
    house.isSilent = false
    expect(await door.check(here, '1A2B3C4D')).toMatchObject({ answer: 'valid' })
    expect(await door.check(here, '1A2B3C4D')).toMatchObject({ answer: 'used' })
  })

  test('a ticket that could not be written down either is valid when it is scanned again, or owed in the same words', async () => {
    const { door, house, memory, world } = doorOf()
    house.isSilent = true
    memory.isFull = true
    await expect(door.check(here, code('T1'))).rejects.toThrow('full')
    await expect(door.check(here, code('T2'))).rejects.toThrow('full')
    house.isSilent = false
    memory.isFull = false
    expect(await door.check(here, code('T1'))).toMatchObject({ answer: 'valid' })
    world.isConnected = false
    expect(await door.check(here, code('T2'))).toMatchObject({ answer: 'alone' })
    expect([...memory.rows.values()]).toMatchObject([{ commandId: 'c2', wasAsked: true }])
    world.isConnected = true
    await door.handIn()
    expect(memory.rows.size).toBe(0)
    expect(await door.check(here, code('T2'))).toMatchObject({ answer: 'used' })
  })
})

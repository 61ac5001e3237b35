import { connect as connectPlain, createServer as createPlainServer } from 'node:net'
import { connect as connectTls, createServer as createTlsServer } from 'node:tls'
import { onTestFinished, expect, test } from 'vitest'
import { known } from '../../shared/lib/assert.ts'
import { joinHub } from './join-hub.ts'
import { type LanHouse, admitWaiting, keptLog, kioskIdentity, openLanHouse, rowsOf } from './lan.fixture.ts'
import { exporterOf, plainCode, proofOf } from './pairing-proof.ts'
import { pinnedSocket } from './pinned-socket.ts'

const nobody = () => {}

async function codeOf({ house }: LanHouse): Promise<string> {
  return (await house.done('manager-1', 'offer-pairing', {})).pairingCode
}

test('[S5] who shows the code, is shown it back, and is let in by a manager, belongs to the house', async () => {
  const hub = await openLanHouse()
  const code = await codeOf(hub)
  const identity = await kioskIdentity()
  const joined = joinHub({ ...hub.at, code, name: 'Side door' }, identity, () => void admitWaiting(hub))
  const kioskId = `kiosk-${identity.pin.slice(0, 12)}`
  expect(await joined).toEqual({
    kind: 'joined',
    membership: { ...hub.at, hubPin: hub.pin, kioskId, name: 'Side door' },
  })
  const { kiosks, waiting, offerUntilMs } = await rowsOf(hub)
  expect(kiosks).toMatchObject([{ kioskId, name: 'Side door', pin: identity.pin, active: true, live: null }])
  expect([waiting, offerUntilMs]).toEqual([null, null])
})

test('[S5] a code is read aloud in fours, and typed as people type', async () => {
  const hub = await openLanHouse()
  const code = await codeOf(hub)
  expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/)
  const typed = code.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l').replaceAll('-', ' ')
  const joined = await joinHub(
    { ...hub.at, code: typed, name: 'Side' },
    await kioskIdentity(),
    () => void admitWaiting(hub),
  )
  expect(joined).toMatchObject({ kind: 'joined' })
})

test('[S5] five wrong codes end the offer, and the right one then counts no more', async () => {
  const hub = await openLanHouse()
  const code = await codeOf(hub)
  const identity = await kioskIdentity()
  const ask = (tried: string) => joinHub({ ...hub.at, code: tried, name: 'Side' }, identity, nobody)
  for (let tries = 1; tries <= 4; tries += 1)
    expect(await ask('0000-0000-0000-0000')).toEqual({ kind: 'refused', problem: 'wrong-code' })
  expect(await ask('0000-0000-0000-0000')).toEqual({ kind: 'refused', problem: 'closed' })
  expect(await ask(code)).toEqual({ kind: 'refused', problem: 'closed' })
  expect([...hub.lan.refused]).toEqual([
    ['wrong-code', 4],
    ['closed', 2],
  ])
  expect((await rowsOf(hub)).kiosks).toEqual([])
})

test('[SYNC 5.7] [6.1] all who are refused are counted, and a second of them is one line of the log', async () => {
  const lines: object[] = []
  const hub = await openLanHouse({ log: { ...keptLog, info: (facts) => void lines.push(facts) } })
  const identity = await kioskIdentity()
  for (let tries = 1; tries <= 9; tries += 1)
    await joinHub({ ...hub.at, code: '0000-0000-0000-0000', name: 'Side' }, identity, nobody)
  expect([...hub.lan.refused]).toEqual([['closed', 9]])
  expect(lines).toContainEqual({ reason: 'closed' })
  expect(lines.filter((facts) => 'reason' in facts).length).toBeLessThan(9)
})

test('[S5] a code lets one in: the second to show it is refused, also while the first waits', async () => {
  const hub = await openLanHouse()
  const code = await codeOf(hub)
  const identity = await kioskIdentity()
  const second = await kioskIdentity()
  const proven = Promise.withResolvers<void>()
  const first = joinHub({ ...hub.at, code, name: 'First' }, identity, () => proven.resolve())
  await proven.promise
  expect(await joinHub({ ...hub.at, code, name: 'Second' }, second, nobody)).toEqual({
    kind: 'refused',
    problem: 'closed',
  })
  await admitWaiting(hub)
  expect(await first).toMatchObject({ kind: 'joined' })
})

test('[S5] a manager who says no, or offers anew, sends away who waits', async () => {
  const hub = await openLanHouse()
  const identity = await kioskIdentity()
  for (const no of ['withdraw-pairing', 'offer-pairing'] as const) {
    const code = await codeOf(hub)
    const asking = joinHub(
      { ...hub.at, code, name: 'Side' },
      identity,
      () => void hub.house.done('manager-1', no, {}),
    )
    expect(await asking, no).toEqual({ kind: 'refused', problem: 'declined' })
    expect((await rowsOf(hub)).waiting).toBeNull()
  }
})

test('[S5] who goes away while it waits is not waiting any more', async () => {
  const hub = await openLanHouse()
  const code = await codeOf(hub)
  const gone = Promise.withResolvers<void>()
  hub.lan.watch(() => hub.lan.waiting() === null && gone.resolve())
  const identity = await kioskIdentity()
  const { socket } = await pinnedSocket(hub.at, identity, null)
  const facts = {
    code: plainCode(code),
    exporter: exporterOf(socket),
    hubPin: hub.pin,
    kioskPin: identity.pin,
  }
  const body = JSON.stringify({ name: 'Side', proof: proofOf('kiosk', { ...facts, name: 'Side' }) })
  socket.write(`POST /pair HTTP/1.1\r\nHost: hub\r\nContent-Length: ${body.length}\r\n\r\n${body}`)
  await new Promise<void>((resolve) => socket.once('data', () => resolve()))
  expect((await rowsOf(hub)).waiting).toEqual({ name: 'Side', pin: identity.pin })
  socket.destroy()
  await gone.promise
  expect((await rowsOf(hub)).waiting).toBeNull()
})

test('[S5] whoever stands between the two, with a certificate of its own, is found out by both', async () => {
  const hub = await openLanHouse()
  const code = await codeOf(hub)
  const middle = await kioskIdentity()
  const relay = createTlsServer(
    { key: middle.key, cert: middle.cert, requestCert: true, rejectUnauthorized: false },
    (near) => {
      const far = connectTls({ ...hub.at, key: middle.key, cert: middle.cert, rejectUnauthorized: false })
      near.pipe(far).pipe(near)
      near.on('error', () => far.destroy())
      far.on('error', () => near.destroy())
    },
  )
  await new Promise<void>((resolve) => relay.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void relay.close())
  const { port } = relay.address() as { port: number }
  const joined = await joinHub({ host: '127.0.0.1', port, code, name: 'Side' }, await kioskIdentity(), nobody)
  expect(joined).toEqual({ kind: 'refused', problem: 'wrong-code' })
  expect((await rowsOf(hub)).kiosks).toEqual([])
})

test('[S5] a kiosk does not follow whoever lets it in without knowing the code', async () => {
  const fake = await kioskIdentity()
  for (const lines of [
    ['{"t":"admitted","kioskId":"kiosk-1"}'],
    [`{"t":"proof","proof":"${'0'.repeat(64)}"}`, '{"t":"admitted","kioskId":"kiosk-1"}'],
  ]) {
    const body = lines.join('\n')
    const server = createTlsServer({ key: fake.key, cert: fake.cert }, (socket) => {
      socket.on('error', () => {})
      socket.once('data', () =>
        socket.end(`HTTP/1.1 200 OK\r\nContent-Length: ${body.length}\r\n\r\n${body}`),
      )
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => void server.close())
    const { port } = server.address() as { port: number }
    const asked = { host: '127.0.0.1', port, code: '0000', name: 'Side' }
    expect(await joinHub(asked, await kioskIdentity(), nobody)).toEqual({
      kind: 'refused',
      problem: 'impostor',
    })
  }
})

test('[S5] nothing is said without TLS 1.3: a plain line, an older TLS and no certificate get nothing', async () => {
  const hub = await openLanHouse()
  const identity = await kioskIdentity()
  const plain = connectPlain(hub.at.port, hub.at.host)
  plain.write('POST /pair HTTP/1.1\r\nHost: hub\r\nContent-Length: 0\r\n\r\n')
  const heard: Buffer[] = []
  plain.on('data', (bytes: Buffer) => heard.push(bytes)).on('error', () => {})
  await new Promise<void>((resolve) => plain.once('close', () => resolve()))
  expect(Buffer.concat(heard).toString()).not.toContain('HTTP/1.1 200')
  const older = connectTls({ ...hub.at, ...identity, rejectUnauthorized: false, maxVersion: 'TLSv1.2' })
  expect(
    await new Promise((resolve) =>
      older.once('secureConnect', () => resolve('in')).once('error', () => resolve('out')),
    ),
  ).toBe('out')
  const nameless = connectTls({ ...hub.at, rejectUnauthorized: false })
  nameless.write('POST /pair HTTP/1.1\r\nHost: hub\r\nContent-Length: 2\r\n\r\n{}')
  const answer = await new Promise<string>((resolve) =>
    nameless.once('data', (bytes: Buffer) => resolve(bytes.toString())),
  )
  nameless.destroy()
  expect(answer).toContain('"malformed"')
})

test('[S5] nobody at the address, or somebody who is no hub, is said as such', async () => {
  const silent = createPlainServer((socket) => socket.resume().end('220 mail\r\n'))
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
  const { port } = silent.address() as { port: number }
  const asked = { host: '127.0.0.1', port, code: '0000', name: 'Side' }
  expect(await joinHub(asked, await kioskIdentity(), nobody)).toEqual({
    kind: 'refused',
    problem: 'unreachable',
  })
  await new Promise<void>((resolve) => silent.close(() => resolve()))
  expect(await joinHub(asked, await kioskIdentity(), nobody)).toEqual({
    kind: 'refused',
    problem: 'unreachable',
  })
})

test('[I42] no code is in the journal, the answers that are kept, or the log', async () => {
  const hub = await openLanHouse()
  const code = await codeOf(hub)
  await joinHub({ ...hub.at, code, name: 'Side' }, await kioskIdentity(), () => void admitWaiting(hub))
  const { store, log } = hub.house
  const kept = JSON.stringify([
    store.all('journal'),
    store.all('command'),
    store.all('kiosk'),
    known(log, 'log'),
  ])
  for (const part of [code, code.replaceAll('-', ''), code.slice(0, 9)]) expect(kept).not.toContain(part)
})

test('[S3] an administrator has this machine join another: how it goes is said, and whoever runs it is told', async () => {
  const [hub, machine] = [await openLanHouse(), await openLanHouse()]
  const { pairingCode } = await hub.house.done('manager-1', 'offer-pairing', {})
  const { host, port } = hub.at
  const asking = { host, port, pairingCode, name: 'Side' }
  const head = machine.house.desk('admin-1', 'admin')
  // A house that others may sell from cannot join a hub and disappear from under them.
  expect(await head.call('join-hub', asking)).toMatchObject({ refusal: { field: 'lan', problem: 'taken' } })
  machine.lan.share(false)
  await machine.lan.settled()
  const steps: (string | undefined)[] = []
  const over = Promise.withResolvers<void>()
  machine.lan.watch(() => {
    const step = machine.lan.joining()?.step
    if (steps.at(-1) !== step) steps.push(step)
    if (step === 'waiting') void admitWaiting(hub)
    if (step === 'joined' || step === 'refused') over.resolve()
  })
  expect(await head.call('join-hub', asking)).toMatchObject({ kind: 'done' })
  await over.promise
  expect(steps).toEqual(['asking', 'waiting', 'joined'])
  expect(machine.joinedTo).toMatchObject([{ host, port, hubPin: hub.pin, name: 'Side' }])
})

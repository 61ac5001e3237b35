// Which channel a letter takes, and SMS against a real gateway: a server of this machine that follows the contract of docs/messages.md.

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import type { Channel, MessagingEntry } from '../../shared/domain/message.ts'
import { KeptLog } from '../engine/test-world.ts'
import { housePost } from './house-post.ts'
import { sampleLetter } from './letter.fixture.ts'

const closers: (() => void)[] = []
afterEach(() => {
  for (const close of closers.splice(0)) close()
})

interface Asked {
  readonly method: string | undefined
  readonly token: string | undefined
  readonly body: Readonly<Record<string, unknown>>
}

async function gateway(answer: (response: ServerResponse) => void) {
  const asked: Asked[] = []
  const server = createServer((request: IncomingMessage, response) => {
    const pieces: Buffer[] = []
    request.on('data', (piece: Buffer) => pieces.push(piece))
    request.on('end', () => {
      const body = JSON.parse(Buffer.concat(pieces).toString()) as Asked['body']
      asked.push({ method: request.method, token: request.headers.authorization, body })
      answer(response)
    })
  })
  const listening = Promise.withResolvers<void>()
  server.listen(0, '127.0.0.1', () => listening.resolve())
  await listening.promise
  closers.push(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return { asked, url: `http://127.0.0.1:${port}/send` }
}

function postWith(kept: Readonly<Record<string, string>> = {}) {
  const log = new KeptLog()
  const passwords = new Map(Object.entries(kept))
  const post = housePost({
    log,
    claim: () => true,
    passwords: {
      read: (channel, of) => passwords.get(`${channel} ${of}`) ?? null,
      keep: (channel: Channel, of, password) => void passwords.set(`${channel} ${of}`, password),
    },
  })
  return { post, log, passwords }
}

const sms = sampleLetter({ channel: 'sms', recipient: '+919876543210' })
const through = (url: string): Pick<MessagingEntry, 'mail' | 'sms'> => ({
  mail: null,
  sms: { kind: 'gateway', url, from: 'Barn' },
})

test('[T2] an SMS is one POST: key, number, text and how long it is, with the token', async () => {
  const { asked, url } = await gateway((response) => response.writeHead(202).end())
  const { post } = postWith({ [`sms ${url}`]: 'token-1' })
  expect(await post.send(sms, through(url))).toEqual({ kind: 'sent' })
  expect(asked).toMatchObject([
    {
      method: 'POST',
      token: 'Bearer token-1',
      body: { key: sms.key, to: '+919876543210', from: 'Barn', coding: 'GSM-7', parts: 1 },
    },
  ])
  expect(asked[0]?.body['text']).toContain('Rain')
})

test.for([
  [400, 'refused'],
  [422, 'refused'],
  [401, 'sign-in'],
  [403, 'sign-in'],
  [404, 'busy'],
  [429, 'busy'],
  [500, 'busy'],
] as const)('[T2] a gateway’s %d is %s, in its own words but for our token', async ([status, problem]) => {
  const { url } = await gateway((response) => response.writeHead(status).end('said token-1'))
  const { post } = postWith({ [`sms ${url}`]: 'token-1' })
  expect(await post.send(sms, through(url))).toEqual({ kind: 'failed', problem, detail: `${status} said …` })
})

test('[I42] a gateway that sends us elsewhere is not followed, nor one that is not there', async () => {
  const other = await gateway((response) => response.writeHead(200).end())
  const { url } = await gateway((response) => response.writeHead(307, { location: other.url }).end())
  const { post } = postWith({ [`sms ${url}`]: 'token-1', 'sms http://127.0.0.1:1/': 'token-1' })
  expect(await post.send(sms, through(url))).toMatchObject({ problem: 'unreachable' })
  expect(other.asked).toEqual([])
  expect(await post.send(sms, through('http://127.0.0.1:1/'))).toMatchObject({ problem: 'unreachable' })
})

test('[I42] a password is for whom it was given: settings that point elsewhere do not get it', async () => {
  const { post, passwords } = postWith()
  const mail = {
    host: 'mail.example',
    port: 465,
    security: 'tls',
    user: 'door',
    from: 'door@example.com',
  } as const
  const ways = { mail, sms: null }
  expect(post.hasPassword('email', ways)).toBe(false)
  expect(await post.send(sampleLetter(), ways)).toMatchObject({ problem: 'no-password' })
  post.keepPassword('email', ways, 'horse')
  expect([...passwords.values()]).toEqual(['horse'])
  expect(post.hasPassword('email', ways)).toBe(true)
  for (const turned of [
    { host: 'other.example' },
    { port: 25 },
    { user: 'other' },
    { security: 'none' as const },
  ])
    expect(post.hasPassword('email', { mail: { ...mail, ...turned }, sms: null })).toBe(false)
  expect(post.hasPassword('email', { mail: { ...mail, user: '' }, sms: null })).toBe(true)
})

test('[T2] without a gateway an SMS goes into the log; by a way that is off nothing goes', async () => {
  const { post, log } = postWith()
  expect(await post.send(sms, { mail: null, sms: { kind: 'log' } })).toEqual({ kind: 'sent' })
  expect(log.lines).toMatchObject([
    { level: 'info', facts: { parts: 1, text: expect.stringContaining('Rain') } },
  ])
  expect(await post.send(sms, { mail: null, sms: null })).toMatchObject({ problem: 'off' })
  expect(await post.send(sampleLetter(), { mail: null, sms: null })).toMatchObject({ problem: 'off' })
})

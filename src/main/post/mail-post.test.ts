// E-mail against a real SMTP server: what arrives, and every way in which it fails.

import { afterEach, describe, expect, test } from 'vitest'
import type { SMTPServerOptions } from 'smtp-server'
import type { MailSettings } from '../../shared/domain/message.ts'
import { sampleLetter, testLetter } from './letter.fixture.ts'
import { sendMail } from './mail-post.ts'
import { type TestSmtp, smtpError, startSmtp } from './smtp.fixture.ts'

const servers: TestSmtp[] = []
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()))
})

async function serverWith(options?: SMTPServerOptions): Promise<TestSmtp> {
  const server = await startSmtp(options)
  servers.push(server)
  return server
}

/** Short, because no test waits for what never comes. */
const patience = { connectMs: 300, silenceMs: 300 }

const send = ({ settings }: TestSmtp, turned: Partial<MailSettings> = {}, password: string | null = null) =>
  sendMail(sampleLetter(), { ...settings, ...turned }, password, patience)

describe('what arrives', () => {
  test('[T2] the letter, as text and as HTML, with a picture of each ticket’s code', async () => {
    const server = await serverWith()
    expect(await send(server)).toEqual({ kind: 'sent' })
    const [letter] = server.taken
    const raw = letter?.raw ?? ''
    expect(letter).toMatchObject({ from: 'door@example.com', to: ['ravi@example.com'] })
    expect(raw).toMatch(/^Subject: Your tickets: Rain, Friday/m)
    expect(raw).toMatch(/^From: Barn <door@example\.com>/m)
    expect(raw).toContain('multipart/alternative')
    for (const index of [0, 1]) {
      expect(raw).toContain(`TKT-20261120-0000000${index}`)
      expect(raw).toContain(`<ticket-${index + 1}@guichet>`)
    }
    expect(raw.match(/Content-Type: image\/png/g)?.length).toBe(2)
    // A PNG, in Base64.
    expect(raw.match(/^iVBORw0KGgo/gm)?.length).toBe(2)
  })

  test('[T2] every try has the same Message-ID', async () => {
    const server = await serverWith()
    await send(server)
    await send(server)
    const ids = server.taken.map(({ raw }) => /^Message-ID: (.+)$/m.exec(raw)?.[1])
    expect(ids).toEqual(Array(2).fill('<12.0123456789abcdef@example.com>'))
  })

  test('[T2] a test says that it is one, and brings no ticket', async () => {
    const server = await serverWith()
    expect(await sendMail(testLetter, server.settings, null, patience)).toEqual({ kind: 'sent' })
    expect(server.taken[0]?.raw).toMatch(/^Subject: Guichet can send messages/m)
    expect(server.taken[0]?.raw).not.toContain('image/png')
  })

  test.for([
    'Rain\r\nBcc: all@example.com',
    'Rain\nBcc: all@example.com',
    'Rain\u2028Bcc: all@example.com',
    'Rain\u0000\r\n\r\nBcc: all@example.com',
  ])('[T2] no name begins a header, whatever it says: %j', async (name) => {
    const server = await serverWith()
    const letter = sampleLetter({}, { title: name, venue: name, customer: name })
    expect(await sendMail(letter, server.settings, null, patience)).toEqual({ kind: 'sent' })
    const [head = ''] = (server.taken[0]?.raw ?? '').split('\r\n\r\n')
    expect(head).not.toMatch(/^Bcc:/im)
    expect(server.taken[0]?.to).toEqual(['ravi@example.com'])
  })

  test('[I42] it signs in where it has to', async () => {
    const seen: unknown[] = []
    const server = await serverWith({
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: ({ username, password }, _session, done) => {
        seen.push(username, password)
        done(null, { user: username })
      },
    })
    expect(await send(server, { user: 'door' }, 'horse-battery')).toEqual({ kind: 'sent' })
    expect(seen).toEqual(['door', 'horse-battery'])
  })
})

describe('what does not', () => {
  test('[T2] an address that the server does not know is final, and says why', async () => {
    const server = await serverWith({
      onRcptTo: (_to, _session, done) => done(smtpError(550, 'no such user')),
    })
    expect(await send(server)).toMatchObject({
      kind: 'failed',
      problem: 'bad-address',
      detail: expect.stringContaining('no such user'),
    })
  })

  test('[T2] a letter that the server refuses for good is final', async () => {
    const server = await serverWith({
      onData: (stream, _session, done) => {
        stream.resume()
        stream.on('end', () => done(smtpError(554, 'looks like spam')))
      },
    })
    expect(await send(server)).toMatchObject({
      problem: 'refused',
      detail: expect.stringContaining('looks like spam'),
    })
  })

  test.for([450, 421])('[T2] %d asks to come again', async (code) => {
    const server = await serverWith({
      onRcptTo: (_to, _session, done) => done(smtpError(code, 'come again')),
    })
    expect(await send(server)).toMatchObject({ kind: 'failed', problem: 'busy' })
  })

  test('[T2] a line that is cut in the middle of the letter is no answer, and not final', async () => {
    const cut: TestSmtp = await serverWith({ onData: () => cut.cutLines() })
    expect(await send(cut)).toMatchObject({ kind: 'failed', problem: 'cut' })
  })

  test('[T2] nobody there, and nobody who says a word', async () => {
    const gone = await startSmtp()
    await gone.close()
    expect(await send(gone)).toMatchObject({ problem: 'unreachable' })
    const mute = await serverWith({ onConnect: () => {} })
    expect(await send(mute)).toMatchObject({ problem: 'slow' })
    const stuck = await serverWith({ onData: (stream) => void stream.resume() })
    expect(await send(stuck)).toMatchObject({ problem: 'slow' })
  })

  test('[I42] where TLS is asked for and not to be had, nothing is sent, no password least of all', async () => {
    const seen: unknown[] = []
    const server = await serverWith({
      allowInsecureAuth: true,
      onAuth: (auth, _session, done) => {
        seen.push(auth)
        done(null, { user: 'door' })
      },
    })
    expect(await send(server, { security: 'starttls', user: 'door' }, 'horse-battery')).toMatchObject({
      problem: 'no-tls',
    })
    expect(await send(server, { security: 'tls', user: 'door' }, 'horse-battery')).toMatchObject({
      problem: 'no-tls',
    })
    expect(seen).toEqual([])
    expect(server.taken).toEqual([])
  })

  test('[I42] a wrong password is said to be wrong, and never repeated', async () => {
    const server = await serverWith({
      allowInsecureAuth: true,
      onAuth: ({ password }, _session, done) => done(smtpError(535, `not ${password}`)),
    })
    const delivery = await send(server, { user: 'door' }, 'horse-battery')
    expect(delivery).toMatchObject({ problem: 'sign-in' })
    expect(JSON.stringify(delivery)).not.toContain('horse-battery')
  })
})

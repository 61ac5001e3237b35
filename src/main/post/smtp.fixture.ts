// A real SMTP server on a port of this machine that takes letters, refuses them or keeps silent, as it is told. Owns the server and what
// it took; whoever starts one closes it.

import type { AddressInfo, Socket } from 'node:net'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import type { MailSettings } from '../../shared/domain/message.ts'
import { Bug } from '../../shared/lib/assert.ts'

export interface Taken {
  readonly from: string
  readonly to: readonly string[]
  /** As received over the line. */
  readonly raw: string
}

export interface TestSmtp {
  readonly settings: MailSettings
  readonly taken: readonly Taken[]
  /** Like a pulled cable. */
  cutLines(): void
  close(): Promise<void>
}

export function smtpError(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode })
}

/** `thinksMs`: the delay between receiving a letter and confirming it. */
export async function startSmtp(options: SMTPServerOptions = {}, port = 0, thinksMs = 0): Promise<TestSmtp> {
  const taken: Taken[] = []
  const server = new SMTPServer({
    authOptional: true,
    disableReverseLookup: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onData: (stream, session, done) => {
      const pieces: Buffer[] = []
      stream.on('data', (piece: Buffer) => pieces.push(piece))
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope
        const from = mailFrom === false ? '' : mailFrom.address
        taken.push({ from, to: rcptTo.map(({ address }) => address), raw: Buffer.concat(pieces).toString() })
        setTimeout(done, thinksMs)
      })
    },
    ...options,
  })
  const lines = new Set<Socket>()
  server.server.on('connection', (line: Socket) => lines.add(line))
  // What a client does to the line is checked by that client's test.
  server.on('error', () => {})
  const listening = Promise.withResolvers<void>()
  server.listen(port, '127.0.0.1', () => listening.resolve())
  await listening.promise
  const address = server.server.address() as AddressInfo | null
  if (!address) throw new Bug('no port')
  return {
    settings: { host: '127.0.0.1', port: address.port, security: 'none', user: '', from: 'door@example.com' },
    taken,
    cutLines: () => {
      for (const line of lines) line.destroy()
    },
    close: () => new Promise((closed) => server.close(() => closed())),
  }
}

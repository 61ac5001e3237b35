import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { base32, bytesOfBase32 } from '../../shared/lib/ulid.ts'
import { proveTicket } from './ticket-proof.ts'

const text = 'GUICHET1/TKT-20261120-1A2B3C4D/12/417/DESK-1/1042/20000/6Q2XVB5N0ZJ4K8AC'

async function house() {
  const keys = await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify'])
  if (!('privateKey' in keys)) throw new Error('a pair of keys')
  const publicKey = base32(new Uint8Array(await crypto.subtle.exportKey('raw', keys.publicKey)))
  const sign = async (said: string) =>
    base32(
      new Uint8Array(await crypto.subtle.sign('Ed25519', keys.privateKey, new TextEncoder().encode(said))),
    )
  return { publicKey, code: `${text}/${await sign(text)}` }
}

describe('[T1] a code is checked on this machine alone', () => {
  test('a genuine one is read, in small letters too', async () => {
    const { publicKey, code } = await house()
    expect(code).toHaveLength(text.length + 1 + 103)
    const facts = { number: 'TKT-20261120-1A2B3C4D', showId: 12, seatId: 417 }
    expect(await proveTicket(publicKey, code)).toEqual(facts)
    expect(await proveTicket(publicKey, ` ${code.toLowerCase()}`)).toEqual(facts)
  })

  test('a turned letter, another house’s key, a cut code and what is no code are none of ours', async () => {
    const { publicKey, code } = await house()
    const other = await house()
    for (const forged of [
      code.replace('/12/', '/13/'),
      code.replace('/20000/', '/100/'),
      code.slice(0, -1),
      text,
      `${text}/`,
      `${text}/ILOU`,
      'https://example.org',
      '',
    ])
      expect(await proveTicket(publicKey, forged), forged).toBeNull()
    expect(await proveTicket(publicKey, other.code)).toBeNull()
    expect(await proveTicket('!', code)).toBeNull()
  })

  test.prop([fc.uint8Array({ maxLength: 80 })])('letters and bytes are the same thing', (bytes) => {
    expect([...(bytesOfBase32(base32(bytes)) ?? [])]).toEqual([...bytes])
  })
})

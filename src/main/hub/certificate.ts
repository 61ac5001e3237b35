// The certificate that a venue installed for screens in browsers on its network [SECURITY 6.1]. Owns whether it can be used and which
// names it covers; must never make one: a browser would not trust it.

import { X509Certificate, createPrivateKey } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { isIP } from 'node:net'
import { StartRefused } from '../store/open-database.ts'

export interface Certificate {
  readonly cert: Buffer
  readonly key: Buffer
  /** The first name in it that is not a wildcard: used in links. */
  readonly name: string
  readonly untilMs: number
  /** Whether a browser that uses this host name would accept the certificate. */
  names(host: string): boolean
}

/** PEM files. Throws a refusal that says which of the two is wrong, and how. */
export function openCertificate(files: { readonly certificate: string; readonly key: string }): Certificate {
  const [cert, key] = [read(files.certificate), read(files.key)]
  const parsed = attempt(files.certificate, () => new X509Certificate(cert))
  const isPair = attempt(files.key, () => parsed.checkPrivateKey(createPrivateKey(key)))
  if (!isPair) throw new StartRefused('the key belongs to the certificate', files.key)
  const [name] = namesOf(parsed)
  if (name === undefined) throw new StartRefused('the certificate names this machine', files.certificate)
  return {
    cert,
    key,
    name,
    untilMs: parsed.validToDate.getTime(),
    names: (host) => (isIP(host) ? parsed.checkIP(host) : parsed.checkHost(host)) !== undefined,
  }
}

/** `DNS:desk.example, DNS:*.example, IP Address:192.168.1.5` */
function namesOf({ subjectAltName = '' }: X509Certificate): string[] {
  const named = [...subjectAltName.matchAll(/(?:DNS|IP Address):(?<name>[\w.:-]+)/g)]
  return named.map(({ groups }) => groups?.['name'] ?? '').filter((name) => name !== '')
}

function read(path: string): Buffer {
  return attempt(path, () => readFileSync(path))
}

function attempt<Value>(path: string, work: () => Value): Value {
  try {
    return work()
  } catch (error) {
    throw new StartRefused('the certificate can be used', `${path}: ${String(error)}`)
  }
}

import { networkInterfaces } from 'node:os'

/** SECURITY 6.6: the address of the venue's network interface, not of every interface. Throws where the machine is on no network. */
export function outwardAddress(): string {
  const own = Object.values(networkInterfaces()).flatMap((one) => one ?? [])
  const outward = own.find(({ family, internal }) => family === 'IPv4' && !internal)
  if (!outward) throw new Error('this machine is on no network')
  return outward.address
}

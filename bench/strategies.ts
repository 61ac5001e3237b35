// The claim strategies side by side [C2]: one process with few and many sellers, and two processes that share a house. Owns the rounds
// and the table of docs/claim-strategies.md; the second process is strategy-rival.ts.

import type { House } from '../src/main/house/open-house.ts'
import { type ClaimStrategy, claimStrategies } from '../src/main/store/store.ts'
import { known } from '../src/shared/lib/assert.ts'
import type { Bench, Figure } from './bench.ts'
import { withDemoHouse } from './demo-house.ts'
import { valueText } from './report.ts'
import { median, medianRatio, takeTurns } from './rounds.ts'
import { type SeatPair, seatPairs } from './seat-pairs.ts'
import { SEATS, openSales, rate, take, type Sales } from './sellers.ts'
import { Rival } from './strategy-rival.ts'

const crowds = [1, 8, 32, 128] as const
/** Bookings of one round, by number of sellers. */
const BOOKINGS: Readonly<Record<number, number>> = { 1: 200, 8: 400, 32: 800, 128: 800 }
/** Sellers of each of two processes, and what each sells a round. */
const SHARING = 16
const SHARED_BOOKINGS = 400
const sharing = claimStrategies.filter((claims) => claims !== 'in-process')

export const strategiesBench: Bench = {
  name: 'strategies',
  about: 'bookings a second under each claim strategy, in one process and in two',
  run: async () => [...(await inOneProcess()), ...(await inTwoProcesses())],
  page: { file: 'docs/claim-strategies.md', table },
}

async function inOneProcess(): Promise<readonly Figure[]> {
  return withHouses(claimStrategies, false, async (houses) => {
    const variants: Record<string, () => Promise<number>> = {}
    for (const [claims, house] of houses) {
      // oxlint-disable-next-line no-await-in-loop -- three of them
      const sales = await openSales(house, 128)
      const pairs = seatPairs(SEATS)
      for (const sellers of crowds)
        variants[`${claims}.at${sellers}`] = () => sellRound(sales, sellers, pairs)
    }
    const rounds = await takeTurns(variants)
    return crowds.flatMap((sellers) =>
      claimStrategies.flatMap((claims) => {
        const name = `${claims}.at${sellers}`
        const ratio = medianRatio(
          known(rounds[name], name),
          known(rounds[`pessimistic.at${sellers}`], 'default'),
        )
        return figuresOf(claims, {
          name: `at${sellers}`,
          rates: known(rounds[name], name),
          ratio,
          about: sellers === 1 ? 'one seller' : `${sellers} sellers`,
        })
      }),
    )
  })
}

function sellRound(sales: Sales, sellers: number, pairs: SeatPair[]): Promise<number> {
  const count = known(BOOKINGS[sellers], 'bookings')
  return rate(count, () => sales(sellers, take(pairs, count)))
}

/** Both sell different seats of the same house at the same time: they share only the file. */
async function inTwoProcesses(): Promise<readonly Figure[]> {
  return withHouses(sharing, true, async (houses) => {
    const variants: Record<string, () => Promise<number>> = {}
    const rivals: Rival[] = []
    for (const [claims, house] of houses) {
      // oxlint-disable-next-line no-await-in-loop -- two of them
      const sales = await openSales(house, SHARING)
      const rival = new Rival(house.folder.path, claims)
      rivals.push(rival)
      // oxlint-disable-next-line no-await-in-loop -- the same
      await rival.isReady()
      const pairs = seatPairs(SEATS).filter(([seat]) => seat < SEATS / 2)
      variants[claims] = () =>
        rate(2 * SHARED_BOOKINGS, () =>
          Promise.all([sales(SHARING, take(pairs, SHARED_BOOKINGS)), rival.sell(SHARING, SHARED_BOOKINGS)]),
        )
    }
    const rounds = await takeTurns(variants)
    await Promise.all(rivals.map((rival) => rival.end()))
    return sharing.flatMap((claims) => {
      const rates = known(rounds[claims], claims)
      const ratio = medianRatio(rates, known(rounds['pessimistic'], 'default'))
      return figuresOf(claims, {
        name: 'shared',
        rates,
        ratio,
        about: `two processes, ${SHARING} sellers each`,
      })
    })
  })
}

type Houses = ReadonlyMap<ClaimStrategy, House>

/** One open house for each strategy, all at once, so that their rounds can take turns. */
function withHouses<Result>(
  all: readonly ClaimStrategy[],
  shared: boolean,
  work: (houses: Houses) => Promise<Result>,
): Promise<Result> {
  const open = (left: readonly ClaimStrategy[], houses: Houses): Promise<Result> => {
    const [claims, ...rest] = left
    if (claims === undefined) return work(houses)
    return withDemoHouse((house) => open(rest, new Map([...houses, [claims, house]])), { claims, shared })
  }
  return open(all, new Map())
}

function figuresOf(
  claims: ClaimStrategy,
  { name, rates, ratio, about }: { name: string; rates: readonly number[]; ratio: number; about: string },
): readonly Figure[] {
  return [
    {
      name: `strategies.${claims}.${name}.perSecond`,
      value: median(rates),
      unit: 'perSecond',
      about: `${claims}, ${about}`,
    },
    {
      name: `strategies.${claims}.${name}.ratio`,
      value: ratio,
      unit: 'ratio',
      about: `${claims}, ${about}: of the default’s rate`,
    },
  ]
}

/** One strategy a row; each cell has the rate, and its share of the default's in the same rounds. */
function table(figures: readonly Figure[]): string {
  const valueOf = (name: string) => figures.find((figure) => figure.name === name)
  const columns = [
    ...crowds.map((sellers) => [`at${sellers}`, sellers === 1 ? '1 seller' : `${sellers} sellers`]),
    ['shared', `2 processes, ${SHARING} each`],
  ]
  const cell = (claims: ClaimStrategy, column: string) => {
    const perSecond = valueOf(`strategies.${claims}.${column}.perSecond`)
    const ratio = valueOf(`strategies.${claims}.${column}.ratio`)
    if (!perSecond || !ratio) return 'does not start'
    return `${valueText(perSecond.value, 'perSecond')} (${valueText(ratio.value, 'ratio')})`
  }
  const rows = claimStrategies.map(
    (claims) => `| \`${claims}\` | ${columns.map(([column = '']) => cell(claims, column)).join(' | ')} |`,
  )
  const head = `| bookings a second | ${columns.map(([, words]) => words).join(' | ')} |`
  return [head, `| --- |${' ---: |'.repeat(columns.length)}`, ...rows].join('\n')
}

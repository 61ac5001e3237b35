import { deskActor, openHouse } from '../src/main/house/open-house.ts'
import { quietOptions } from '../src/main/house/options.ts'
import type { CartId, SeatId, ShowId, TicketTypeId } from '../src/shared/domain/ids.ts'
import { known } from '../src/shared/lib/assert.ts'

/** Opens the house in the folder that is named, holds a seat of the show that is named, says so and ends. */
async function main(): Promise<void> {
  const data = known(process.argv[2], 'data folder')
  const house = openHouse(quietOptions(data), 'bench')
  const desk = house.engine.deskFor(deskActor('bench'))
  const showId = Number(process.argv[3]) as ShowId
  const lines = [{ seatId: 0 as SeatId, ticketTypeId: 0 as TicketTypeId }]
  const wanted = { showId, cartId: 'bench' as CartId, lines, customerId: null, couponCode: null }
  const { kind } = await desk.call('hold-seats', wanted)
  console.log(kind)
  house.close()
  process.exitCode = kind === 'done' ? 0 : 1
}

await main()

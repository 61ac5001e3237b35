import { type House, openHouse } from '../src/main/house/open-house.ts'
import { quietOptions } from '../src/main/house/options.ts'
import { type Spans, furnishHall } from './hall.ts'

/** A house as the product opens it, with its own lock, pragmas and checks. */
export function openProductHouse(data: string): House {
  return openHouse(quietOptions(data, { demo: false }), 'proof')
}

/** Puts a hall to sell into such a house, and closes it. */
export function furnishProductHouse(data: string, spans: Spans): void {
  const house = openProductHouse(data)
  furnishHall(house.engine, spans)
  house.close()
}

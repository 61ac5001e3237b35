import { type House, openHouse } from '../src/main/house/open-house.ts'
import { quietOptions } from '../src/main/house/options.ts'
import { furnishHall } from './hall.ts'

/** A house as the product opens it, with its own lock, pragmas and checks. */
export function openProductHouse(data: string): House {
  return openHouse(quietOptions(data, { demo: false }), 'proof')
}

/** The same with a hall to sell, closed again. */
export function furnishProductHouse(data: string, holdMs: number): void {
  const house = openProductHouse(data)
  furnishHall(house.engine, holdMs)
  house.close()
}

import { enBookings } from './en-bookings.ts'
import { enDesk } from './en-desk.ts'
import { enGate } from './en-gate.ts'
import { enOffice } from './en-office.ts'
import { enPay } from './en-pay.ts'
import { enPeople } from './en-people.ts'
import { enSeats } from './en-seats.ts'
import { faBookings } from './fa-bookings.ts'
import { faDesk } from './fa-desk.ts'
import { faGate } from './fa-gate.ts'
import { faOffice } from './fa-office.ts'
import { faPay } from './fa-pay.ts'
import { faPeople } from './fa-people.ts'
import { faSeats } from './fa-seats.ts'
import { hiBookings } from './hi-bookings.ts'
import { hiDesk } from './hi-desk.ts'
import { hiGate } from './hi-gate.ts'
import { hiOffice } from './hi-office.ts'
import { hiPay } from './hi-pay.ts'
import { hiPeople } from './hi-people.ts'
import { hiSeats } from './hi-seats.ts'
import type { Language } from './languages.ts'

/** English is the list that every other language fills. */
export const english = { ...enDesk, ...enBookings, ...enOffice, ...enPay, ...enPeople, ...enSeats, ...enGate }

export type MessageId = keyof typeof english

/** Every language has every message: the compiler says so. */
export const catalogue: Readonly<Record<Language, Readonly<Record<MessageId, string>>>> = {
  en: english,
  fa: { ...faDesk, ...faBookings, ...faOffice, ...faPay, ...faPeople, ...faSeats, ...faGate },
  hi: { ...hiDesk, ...hiBookings, ...hiOffice, ...hiPay, ...hiPeople, ...hiSeats, ...hiGate },
}

export type MessageValues = Readonly<Record<string, string | number>>
/** Words in the language of the screen. */
export type Say = (id: MessageId, values?: MessageValues) => string

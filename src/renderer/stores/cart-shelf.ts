import { openShelf } from './shelf.ts'

/** A browser's windows have a cart each. The desktop app has one window that sells, and it may be killed. */
export const cartShelf = openShelf(() => (window.boxOffice ? localStorage : sessionStorage))

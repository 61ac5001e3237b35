/** Limits of the house's memory, for its measurements and its proofs alike (ARCHITECTURE, "What it may use"). */
const MIB = 1024 * 1024

/** Main of a desktop, or a hub: Node, the engine, boards of all shows that somebody looked at, pages of SQLite. */
export const MAIN_BYTES_MAX = 300 * MIB
/** A page's own heap without garbage: the plan of the largest hall takes 3 MB of it. */
export const HEAP_BYTES_MAX = 64 * MIB
/** From 150 sales to 300: 7 kB per sale, which a page may keep of what it shows of each; an evening's thousand then stay below 10 MB. */
export const HEAP_GROWTH_MAX = 1 * MIB
/** The same per sale, where there are enough measurements for a slope. */
export const HEAP_A_SALE_MAX = HEAP_GROWTH_MAX / 150

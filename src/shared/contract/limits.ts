// How much of anything is sent, accepted or listed at once. Owns the limits of the contract, each with its reason; must never hold a
// rule of the house, which belongs in the domain.

/** The size of one frame to the hub: no command comes near it, and a hostile client cannot make the hub buffer more (SYNC.md 5.7). */
export const FRAME_BYTES_MAX = 64 * 1024
/** Characters of one piece of an upload: UTF-8 and JSON escapes at most double it for real plans, well under a frame. */
export const CHUNK_CHARS = 24 * 1024
/** The largest file that is read: a stadium of 80,000 seats is 12 MB of pretix JSON. The plan reader's own limit is the same. */
export const UPLOAD_CHARS_MAX = 16 * 1024 * 1024
/** The picture of a transfer: a telephone's photograph is 3 MB, a screenshot less than one. */
export const PICTURE_BYTES_MAX = 4 * 1024 * 1024
/** The pieces of a picture, in base64: four characters for three bytes. */
export const PICTURE_PIECES_MAX = Math.ceil(((PICTURE_BYTES_MAX / 3) * 4) / CHUNK_CHARS) + 1
/** Rows named in one frame: this many numbers take half of a frame. More are sent as a file. */
export const CHANGE_IDS_MAX = 4000
/** Rows of one change: more than a chain of houses has of anything. */
export const CHANGE_ROWS_MAX = 200_000
/** Changes listed at once: a screenful. */
export const CHANGES_MAX = 50
/** Rows that a change left, listed with their reasons: after two hundred the reasons are clear. */
export const SKIPPED_MAX = 200
/** Rows of an office table per page: each takes the house some milliseconds, and it sells in between; a hundred thousand are 50 pages. */
export const TABLE_ROWS_MAX = 2000
/** Bookings per page of the office's table: each needs its tickets looked up, and all of them take some milliseconds. */
export const BOOKING_ROWS_MAX = 500
/** Seats of a show per page of the office's table: they take the house some milliseconds if all are sold. */
export const SEAT_ROWS_MAX = 500
/** Pictures of transfers listed at once: nobody reviews so many before the next are asked for. */
export const OPEN_PROOFS_MAX = 100
/** Faults of a spreadsheet listed at once: after correcting two hundred, people import it again. */
export const SHEET_FAULTS_MAX = 200
/** Lines of one request. More than a booking may have seats, so that the refusal can say how many were asked for [H8]. */
export const LINES_MAX = 200
/** Prices changed in one step: every category and ticket type of the largest table that a screen shows. */
export const PRICES_MAX = 500
/** Characters of a search: a scanned ticket code is under 250. */
export const FIND_TEXT_MAX = 400
/** Rows of the audit log at once: some screenfuls; more are asked for. */
export const AUDIT_ROWS_MAX = 100
/** Rows of a show's journal at once: they take the house a few milliseconds, and it sells in between. */
export const STEP_ROWS_MAX = 1000
/** Rows of the whole journal read for a report at once: they take the house some milliseconds, and it sells in between. */
export const REPORT_ROWS_MAX = 1000
/** [K3] Alerts of one answer: nobody reads more of them one by one. */
export const ALERTS_MAX = 200
/** Moments of one seat's story at once: most have a handful; a seat that was held again and again comes in several pages. */
export const MOMENTS_MAX = 200
/** Journal rows whose chain is verified at once: they take the house a few milliseconds, and it sells in between. */
export const PROVEN_ROWS_MAX = 2000
/** Bookings found at once, two screenfuls: it is quicker to type another letter than to read more. */
export const FOUND_MAX = 50
/** Denominations in one count: more than any currency has. */
export const DENOMINATIONS_MAX = 30
/** Pieces of one value in one drawer: a full bag of the smallest coins, many times over. */
export const PIECES_MAX = 100_000
/** Shifts listed at once: some months of one desk. */
export const SHIFT_ROWS_MAX = 100
/** Proposals for one party: after so many, people choose by hand. */
export const PROPOSALS_MAX = 20
/** Papers of one print job: the tickets of the largest booking and its receipt. */
export const PAPERS_MAX = 201
/** Characters of one print job: two hundred tickets as pictures for a wide roll, or one document with its fonts. */
export const PRINT_CHARS_MAX = 24 * 1024 * 1024

/** Characters of a person's or a desk's name: it must fit on the button for signing in. */
export const NAME_MAX = 40
/** Characters of a reason, or of a note: a sentence or two, as a list shows it. */
export const REASON_MAX = 200
/** Characters in which a picture is described for people who cannot see it: what is read out in one breath or two. */
export const ALT_MAX = 200
/** Characters of a passenger's name: longer ones do not fit on a ticket. */
export const PASSENGER_NAME_MAX = 60
/** In years: no passenger was ever older. */
export const AGE_MAX = 122
/** [L4] Shows in one preview of a move to another plan version: a season of evenings; for each the differing seats are read. */
export const REPLAN_SHOWS_MAX = 200
/** [L4] Displaced seats named per show: as many as a person reads; their number is given besides. */
export const DISPLACED_MAX = 50
/** [SYNC 4.7] Receipts in a frame: this many surely fit if each is a family's; of coach parties fewer are sent. */
export const RECEIPTS_MAX = 16
/** A seat, a section or a ticket's number on a receipt; what is longer is cut by the kiosk. */
export const RECEIPT_WORD_MAX = 60
/** Ways in which one booking was paid. */
export const RECEIPT_WAYS_MAX = 20
/** Lost sales on a screen, the oldest first; later ones follow as these are settled. */
export const LOST_SHOWN_MAX = 30

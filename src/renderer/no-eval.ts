import { z } from 'zod'

// The page may not make code out of text, and the schema library asks whether it could when the first schema is made: so this
// module comes before every other.
z.config({ jitless: true })

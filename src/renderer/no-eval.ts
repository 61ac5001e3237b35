import { z } from 'zod'

// The page may not generate code from text, and the schema library tests whether it could when the first schema is created: so this
// module is imported before every other.
z.config({ jitless: true })

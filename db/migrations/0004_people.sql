-- Generated from schema.ts by drizzle-kit; STRICT and WITHOUT ROWID are added by hand: drizzle has no word for them.
CREATE TABLE `lockout` (
	`subject` text PRIMARY KEY NOT NULL,
	`failures` integer NOT NULL,
	`last_at_ms` integer NOT NULL,
	`is_locked` integer NOT NULL
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `pin` (
	`staff_id` integer PRIMARY KEY NOT NULL,
	`salt` blob NOT NULL,
	`digest` blob NOT NULL,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`staff_id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `journal_audited` ON `journal` (`kind`) WHERE kind = 'attempt-refused' OR kind = 'booking-cancelled' OR kind = 'booking-deleted' OR kind = 'booking-refunded' OR kind = 'booking-reseated' OR kind = 'entry-saved' OR kind = 'money-returned' OR kind = 'payment-late' OR kind = 'pin-set' OR kind = 'plan-imported' OR kind = 'prices-set' OR kind = 'proof-reviewed' OR kind = 'seats-returned' OR kind = 'sign-in-failed' OR kind = 'staff-signed-in' OR kind = 'staff-signed-out' OR kind = 'tickets-reprinted' OR kind = 'wallet-topped-up';
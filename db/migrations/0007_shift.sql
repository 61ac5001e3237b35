-- Generated from schema.ts by drizzle-kit; STRICT and WITHOUT ROWID are added by hand: drizzle has no word for them.
CREATE TABLE `shift` (
	`kiosk_id` text NOT NULL,
	`number` integer NOT NULL,
	`state` text NOT NULL,
	`opened_by` text NOT NULL,
	`opened_sequence` integer NOT NULL,
	`opened_at_ms` integer NOT NULL,
	`floats` text NOT NULL,
	`counts` text,
	`closed_sequence` integer,
	`closed_at_ms` integer,
	PRIMARY KEY(`kiosk_id`, `number`)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
DROP INDEX `journal_audited`;--> statement-breakpoint
CREATE INDEX `journal_audited` ON `journal` (`kind`) WHERE kind = 'attempt-refused' OR kind = 'booking-cancelled' OR kind = 'booking-deleted' OR kind = 'booking-refunded' OR kind = 'booking-reseated' OR kind = 'cash-moved' OR kind = 'drawer-opened' OR kind = 'entry-saved' OR kind = 'money-returned' OR kind = 'payment-late' OR kind = 'pin-set' OR kind = 'plan-imported' OR kind = 'prices-set' OR kind = 'proof-reviewed' OR kind = 'seats-returned' OR kind = 'shift-closed' OR kind = 'shift-counted' OR kind = 'shift-opened' OR kind = 'sign-in-failed' OR kind = 'staff-signed-in' OR kind = 'staff-signed-out' OR kind = 'tickets-reprinted' OR kind = 'wallet-topped-up';
-- Generated from schema.ts by drizzle-kit; STRICT and WITHOUT ROWID are added by hand: drizzle has no word for them.
CREATE TABLE `reprint` (
	`booking_id` text NOT NULL,
	`copy` integer NOT NULL,
	`at_ms` integer NOT NULL,
	`kiosk_id` text NOT NULL,
	PRIMARY KEY(`booking_id`, `copy`),
	FOREIGN KEY (`booking_id`) REFERENCES `booking`(`booking_id`) ON UPDATE no action ON DELETE no action
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `booking_by_customer` ON `booking` (`customer_id`) WHERE customer_id IS NOT NULL;
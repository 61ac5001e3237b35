-- Generated from schema.ts by drizzle-kit; STRICT and WITHOUT ROWID are added by hand: drizzle has no word for them.
CREATE TABLE `paper` (
	`venue_id` integer PRIMARY KEY NOT NULL,
	`template` text NOT NULL,
	FOREIGN KEY (`venue_id`) REFERENCES `venue`(`venue_id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `printing` (
	`kiosk_id` text PRIMARY KEY NOT NULL,
	`ways` text NOT NULL,
	`is_automatic` integer NOT NULL,
	`opens_drawer` integer NOT NULL
) STRICT, WITHOUT ROWID;

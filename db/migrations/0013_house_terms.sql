-- Generated from schema.ts by drizzle-kit; STRICT is added by hand: drizzle has no word for it.
CREATE TABLE `house` (
	`house_id` integer PRIMARY KEY NOT NULL,
	`terms` text NOT NULL
) STRICT;

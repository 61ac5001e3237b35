CREATE TABLE `kiosk` (
	`kiosk_id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`pin` text NOT NULL,
	`active` integer NOT NULL
) STRICT;

-- Wrong PINs since the last right PIN or passphrase. No PIN and nothing made from one stands here.
ALTER TABLE profiles ADD COLUMN pin_failures INTEGER NOT NULL DEFAULT 0;

use rusqlite::{Connection, OptionalExtension, Row, Transaction, params};

use crate::{
    KeyCheck, OpenError, StoreError, StoreLocation,
    connect::{self, Format, Found},
};

/// So many people share one device at most. Each takes files of their own, and a browser wants to
/// know beforehand how many there will be.
pub const MOST_PROFILES: u32 = 8;

/// The plain file beside the encrypted databases: what is needed to turn a passphrase into its
/// key, and nothing about who uses it.
#[derive(Debug)]
pub struct LockStore {
    connection: Connection,
}

/// One profile's lock. The key in it is wrapped: nobody opens it without the passphrase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LockRow {
    /// Number of the profile on this device, from 1.
    pub profile: u32,
    /// Salt, parameters and the database key sealed under the passphrase's key, as the vault
    /// wrote them.
    pub record: Vec<u8>,
    /// Tells a right database key from a wrong one.
    pub key_check: KeyCheck,
    /// Wrong passphrases since the last right one.
    pub failed_tries: u32,
    /// When the last wrong one was typed, unix ms.
    pub last_failed_at: Option<i64>,
    /// Language of the lock screen, such as `en`.
    pub language: Option<String>,
    /// Colours of the lock screen, such as `dark`.
    pub theme: Option<String>,
    /// The database is the fictional agency: its passphrase is no secret.
    pub sample: bool,
    /// What the person calls their place on the lock screen; empty until chosen.
    pub nickname: String,
    /// Wrong PINs since the last right PIN or passphrase.
    pub pin_failures: u32,
    /// What somebody else's help opens once.
    pub help: Option<HelpRow>,
    /// Number of the last help that was made; none comes twice.
    pub help_number: u32,
    /// The database key under a passkey, as the vault wrote it.
    pub passkey: Option<Vec<u8>>,
}

/// A lock that a code opens once, which is read over the phone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HelpRow {
    /// What is read out to be given the code.
    pub request: String,
    /// The database key sealed under the code's key, as the vault wrote it.
    pub record: Vec<u8>,
}

/// A profile that was wiped because its device was taken out of the agency. Says nothing that the
/// lock screen did not show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RemovedRow {
    /// Its number.
    pub profile: u32,
    /// What the person called their place.
    pub nickname: String,
    /// As last chosen.
    pub language: Option<String>,
    /// As last chosen.
    pub theme: Option<String>,
    /// Entries that could not be handed over.
    pub left_behind: u32,
    /// Entries of others that it carried and could not hand over.
    pub carried: u32,
}

/// "HRK1".
pub(crate) const FORMAT: Format = Format {
    application_id: 0x4852_4B31,
    migrations: &[
        include_str!("../lock_migrations/001_profiles.sql"),
        include_str!("../lock_migrations/002_nicknames.sql"),
        include_str!("../lock_migrations/003_pins.sql"),
        include_str!("../lock_migrations/004_help.sql"),
        include_str!("../lock_migrations/005_passkeys.sql"),
        include_str!("../lock_migrations/006_removed.sql"),
        include_str!("../lock_migrations/007_crisis_cards.sql"),
        include_str!("../lock_migrations/008_carried.sql"),
    ],
};

impl LockStore {
    /// Opens the lock file, or makes an empty one.
    pub fn open_or_create(location: &StoreLocation) -> Result<Self, OpenError> {
        let connection = connect::connect(location, true)?;
        match connect::identify(&connection, &FORMAT)? {
            Found::Empty => connect::lay_out(&connection, &FORMAT)?,
            Found::Ours(version) => connect::migrate(&connection, &FORMAT, version)?,
        }
        connect::settle(&connection, location, "delete")?;
        // A lock that was changed or removed must not be found in the room it left.
        connect::demand(&connection, "secure_delete", "1")?;
        Ok(Self { connection })
    }

    /// All locks, by number.
    pub fn profiles(&self) -> Result<Vec<LockRow>, StoreError> {
        let mut statement = self
            .connection
            .prepare("SELECT * FROM profiles ORDER BY profile")?;
        let rows = statement.query_map((), lock_row)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// One lock.
    pub fn profile(&self, profile: u32) -> Result<Option<LockRow>, StoreError> {
        let sql = "SELECT * FROM profiles WHERE profile = ?1";
        Ok(self
            .connection
            .query_row(sql, [profile], lock_row)
            .optional()?)
    }

    /// Adds a lock, or changes it as a whole.
    pub fn put(&mut self, row: &LockRow) -> Result<(), StoreError> {
        self.connection.execute(
            "INSERT OR REPLACE INTO profiles (profile, record, key_check, failed_tries,
                 last_failed_at, language, theme, sample, nickname, pin_failures, help,
                 help_request, help_number, passkey)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)",
            params![
                row.profile,
                row.record,
                row.key_check.as_bytes(),
                row.failed_tries,
                row.last_failed_at,
                row.language,
                row.theme,
                row.sample,
                row.nickname,
                row.pin_failures,
                row.help.as_ref().map(|help| &help.record),
                row.help.as_ref().map(|help| &help.request),
                row.help_number,
                row.passkey,
            ],
        )?;
        Ok(())
    }

    /// Gives a profile another record for the same key (a new passphrase), ends the counting of
    /// wrong ones, and takes the passkey away, which somebody who knew the old passphrase may have
    /// set up: after a crash either record is there, never none. `Row` error when there is no such
    /// profile.
    pub fn change_record(&mut self, profile: u32, record: &[u8]) -> Result<(), StoreError> {
        let sql = "UPDATE profiles SET record = ?2, failed_tries = 0, last_failed_at = NULL,
             pin_failures = 0, passkey = NULL WHERE profile = ?1";
        match self.connection.execute(sql, params![profile, record])? {
            1 => Ok(()),
            _ => Err(StoreError::row("profile")),
        }
    }

    /// Puts help in place, or takes it away; `number` is its number, or that of the last one.
    pub fn set_help(
        &mut self,
        profile: u32,
        help: Option<&HelpRow>,
        number: u32,
    ) -> Result<(), StoreError> {
        let sql = "UPDATE profiles SET help = ?2, help_request = ?3, help_number = ?4
             WHERE profile = ?1";
        let (record, request) = (
            help.map(|help| &help.record),
            help.map(|help| &help.request),
        );
        self.connection
            .execute(sql, params![profile, record, request, number])?;
        Ok(())
    }

    /// Help was used: as [`Self::change_record`], and in the same transaction the help is gone.
    pub fn use_help(&mut self, profile: u32, record: &[u8]) -> Result<(), StoreError> {
        let sql = "UPDATE profiles SET record = ?2, failed_tries = 0, last_failed_at = NULL,
             pin_failures = 0, passkey = NULL, help = NULL, help_request = NULL
             WHERE profile = ?1";
        match self.connection.execute(sql, params![profile, record])? {
            1 => Ok(()),
            _ => Err(StoreError::row("profile")),
        }
    }

    /// Puts a passkey's record in place of any earlier one, or takes it away. `Row` error when there
    /// is no such profile.
    pub fn set_passkey(&mut self, profile: u32, record: Option<&[u8]>) -> Result<(), StoreError> {
        let sql = "UPDATE profiles SET passkey = ?2 WHERE profile = ?1";
        match self.connection.execute(sql, params![profile, record])? {
            1 => Ok(()),
            _ => Err(StoreError::row("profile")),
        }
    }

    /// Removes a lock: without it nobody can open the database any more.
    pub fn remove(&mut self, profile: u32) -> Result<(), StoreError> {
        let transaction = self.connection.transaction()?;
        delete(&transaction, profile)?;
        Ok(transaction.commit()?)
    }

    /// As [`Self::remove`], and in the same transaction notes that the device was taken out, for
    /// the person to read.
    pub fn remove_taken_out(
        &mut self,
        profile: u32,
        left_behind: u32,
        carried: u32,
    ) -> Result<(), StoreError> {
        let transaction = self.connection.transaction()?;
        transaction.execute(
            "INSERT OR REPLACE INTO removed (profile, nickname, language, theme, left_behind,
                 carried)
             SELECT profile, nickname, language, theme, ?2, ?3 FROM profiles WHERE profile = ?1",
            params![profile, left_behind, carried],
        )?;
        delete(&transaction, profile)?;
        Ok(transaction.commit()?)
    }

    /// Who was wiped and has not read so, by number.
    pub fn removed(&self) -> Result<Vec<RemovedRow>, StoreError> {
        let mut statement = self
            .connection
            .prepare("SELECT * FROM removed ORDER BY profile")?;
        let rows = statement.query_map((), |row| {
            Ok(RemovedRow {
                profile: row.get("profile")?,
                nickname: row.get("nickname")?,
                language: row.get("language")?,
                theme: row.get("theme")?,
                left_behind: row.get("left_behind")?,
                carried: row.get("carried")?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// It was read.
    pub fn forget_removed(&mut self, profile: u32) -> Result<(), StoreError> {
        let sql = "DELETE FROM removed WHERE profile = ?1";
        self.connection.execute(sql, [profile])?;
        Ok(())
    }

    /// Counts a wrong passphrase; durable when it returns, so that killing the program does not
    /// give tries back. Returns the count; `Row` error when there is no such profile.
    pub fn record_failure(&mut self, profile: u32, at: i64) -> Result<u32, StoreError> {
        let sql = "UPDATE profiles SET failed_tries = min(failed_tries + 1, 4294967295),
             last_failed_at = ?2 WHERE profile = ?1 RETURNING failed_tries";
        let failed = self
            .connection
            .query_row(sql, params![profile, at], |row| row.get(0))
            .optional()?;
        failed.ok_or_else(|| StoreError::row("profile"))
    }

    /// Where the clock is behind the last wrong passphrase, that was typed now: the wait begins anew.
    pub fn begin_wait_anew(&mut self, profile: u32, at: i64) -> Result<(), StoreError> {
        let sql = "UPDATE profiles SET last_failed_at = ?2
             WHERE profile = ?1 AND last_failed_at > ?2";
        self.connection.execute(sql, params![profile, at])?;
        Ok(())
    }

    /// The passphrase was right: wrong ones and wrong PINs are forgiven.
    pub fn clear_failures(&mut self, profile: u32) -> Result<(), StoreError> {
        let sql = "UPDATE profiles SET failed_tries = 0, last_failed_at = NULL, pin_failures = 0
             WHERE profile = ?1";
        self.connection.execute(sql, [profile])?;
        Ok(())
    }

    /// Counts a PIN as wrong, before it is tried; durable when it returns. Returns the count; `Row`
    /// error when there is no such profile.
    pub fn record_pin_failure(&mut self, profile: u32) -> Result<u32, StoreError> {
        let sql = "UPDATE profiles SET pin_failures = min(pin_failures + 1, 4294967295)
             WHERE profile = ?1 RETURNING pin_failures";
        let failed = self
            .connection
            .query_row(sql, [profile], |row| row.get(0))
            .optional()?;
        failed.ok_or_else(|| StoreError::row("profile"))
    }

    /// The PIN was right; wrong passphrases still count.
    pub fn clear_pin_failures(&mut self, profile: u32) -> Result<(), StoreError> {
        let sql = "UPDATE profiles SET pin_failures = 0 WHERE profile = ?1";
        self.connection.execute(sql, [profile])?;
        Ok(())
    }

    /// The crisis card of a profile's agency; none where the app's own holds.
    pub fn crisis_card(&self, profile: u32) -> Result<Option<String>, StoreError> {
        let sql = "SELECT card FROM crisis_cards WHERE profile = ?1";
        let card = self.connection.query_row(sql, [profile], |row| row.get(0));
        Ok(card.optional()?)
    }

    /// Keeps it where the lock screen can read it, or takes it away.
    pub fn set_crisis_card(&mut self, profile: u32, card: Option<&str>) -> Result<(), StoreError> {
        if let Some(card) = card {
            let sql = "INSERT OR REPLACE INTO crisis_cards (profile, card) VALUES (?1, ?2)";
            self.connection.execute(sql, params![profile, card])?;
        } else {
            let sql = "DELETE FROM crisis_cards WHERE profile = ?1";
            self.connection.execute(sql, [profile])?;
        }
        Ok(())
    }

    /// Sets the language of the lock screen.
    pub fn set_language(&mut self, profile: u32, language: &str) -> Result<(), StoreError> {
        let sql = "UPDATE profiles SET language = ?2 WHERE profile = ?1";
        self.connection.execute(sql, params![profile, language])?;
        Ok(())
    }

    /// Sets the colours of the lock screen.
    pub fn set_theme(&mut self, profile: u32, theme: &str) -> Result<(), StoreError> {
        let sql = "UPDATE profiles SET theme = ?2 WHERE profile = ?1";
        self.connection.execute(sql, params![profile, theme])?;
        Ok(())
    }

    /// Sets what a profile is called on the lock screen.
    pub fn set_nickname(&mut self, profile: u32, nickname: &str) -> Result<(), StoreError> {
        let sql = "UPDATE profiles SET nickname = ?2 WHERE profile = ?1";
        self.connection.execute(sql, params![profile, nickname])?;
        Ok(())
    }

    /// Closes the file.
    pub fn close(self) -> Result<(), StoreError> {
        self.connection
            .close()
            .map_err(|(_connection, error)| error.into())
    }
}

fn delete(transaction: &Transaction<'_>, profile: u32) -> Result<(), StoreError> {
    for table in ["profiles", "crisis_cards"] {
        let sql = format!("DELETE FROM {table} WHERE profile = ?1");
        transaction.execute(&sql, [profile])?;
    }
    Ok(())
}

fn lock_row(row: &Row<'_>) -> Result<LockRow, rusqlite::Error> {
    let (request, record): (Option<String>, Option<Vec<u8>>) =
        (row.get("help_request")?, row.get("help")?);
    Ok(LockRow {
        profile: row.get("profile")?,
        record: row.get("record")?,
        key_check: KeyCheck::from_bytes(row.get("key_check")?),
        failed_tries: row.get("failed_tries")?,
        last_failed_at: row.get("last_failed_at")?,
        language: row.get("language")?,
        theme: row.get("theme")?,
        sample: row.get("sample")?,
        nickname: row.get("nickname")?,
        pin_failures: row.get("pin_failures")?,
        help: request
            .zip(record)
            .map(|(request, record)| HelpRow { request, record }),
        help_number: row.get("help_number")?,
        passkey: row.get("passkey")?,
    })
}

use handrail_sync::{StoreFault, SyncStore, SyncTx};

use super::transaction::EngineTx;
use crate::open::Open;

/// The device's store, as the machine sees it.
pub struct StoreSide<'a> {
    /// Origin of the relay.
    pub relay: &'a str,
    /// The unlocked device.
    pub open: &'a mut Open,
}

impl SyncStore for StoreSide<'_> {
    fn transaction<T>(
        &mut self,
        work: impl FnOnce(&mut dyn SyncTx) -> Result<T, StoreFault>,
    ) -> Result<T, StoreFault> {
        let open = &mut *self.open;
        let mut roster = open.roster.clone();
        let mut keyring = open.keyring.clone();
        let mut secret = open.identity.secret.clone();
        let mut incarnation = open.identity.incarnation;
        let mut touched = Vec::new();
        let result = open.store.transaction(|tx| {
            let mut side = EngineTx {
                tx,
                identity: &open.identity,
                incarnation: &mut incarnation,
                roster: &mut roster,
                documents: &mut open.documents,
                invitations: &mut open.invitations,
                keyring: &mut keyring,
                secret: &mut secret,
                relay: self.relay,
                touched: &mut touched,
            };
            work(&mut side).map_err(Failure::Fault)
        });
        match result {
            Ok(value) => {
                open.roster = roster;
                open.keyring = keyring;
                open.identity.secret = secret;
                if open.identity.incarnation != incarnation {
                    open.identity.incarnation = incarnation;
                    open.documents.take_incarnation(incarnation);
                }
                Ok(value)
            }
            Err(failure) => {
                for document in touched {
                    open.documents.forget(&document);
                }
                open.invitations.rolled_back();
                Err(failure.into())
            }
        }
    }
}

/// Either side's failure within one transaction.
enum Failure {
    Fault(StoreFault),
    Store(handrail_store::StoreError),
}

impl From<handrail_store::StoreError> for Failure {
    fn from(error: handrail_store::StoreError) -> Self {
        Self::Store(error)
    }
}

impl From<Failure> for StoreFault {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Fault(fault) => fault,
            Failure::Store(error) => super::rows::fault(&error),
        }
    }
}

//! Where a program takes place, and at which point of the Sequential Intercept Model.

use crate::time::LocalDate;
use serde::{Deserialize, Serialize};

/// A point of the Sequential Intercept Model, 0 (community services) to 5 (community corrections).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Intercept(u8);

impl Intercept {
    /// `None` beyond 5.
    pub const fn new(number: u8) -> Option<Self> {
        if number <= 5 {
            Some(Self(number))
        } else {
            None
        }
    }

    /// Its number.
    pub const fn get(self) -> u8 {
        self.0
    }
}

impl From<Intercept> for u8 {
    fn from(intercept: Intercept) -> Self {
        intercept.0
    }
}

impl TryFrom<u8> for Intercept {
    type Error = &'static str;

    fn try_from(number: u8) -> Result<Self, Self::Error> {
        Self::new(number).ok_or("an intercept is a number from 0 to 5")
    }
}

/// What kind of place a site is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SiteKind {
    /// A hospital or its emergency department.
    Hospital,
    /// A crisis service or triage center.
    Crisis,
    /// A police department or a unit of it.
    Police,
    /// Fire department or emergency medical services.
    Ems,
    /// A jail.
    Jail,
    /// A prison.
    Prison,
    /// A court.
    Court,
    /// A prosecutor's office.
    Prosecution,
    /// An office of probation or parole.
    Corrections,
    /// A clinic.
    Clinic,
    /// Human or social services.
    HumanServices,
    /// Anywhere else in the community.
    Community,
}

/// Where a program takes place (S0-11, S1-13 to S1-19).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Site {
    /// Its id within the pack.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What kind of place it is.
    pub kind: SiteKind,
    /// Its intercept; none for what lies outside the model, such as child welfare.
    #[serde(default)]
    pub intercept: Option<Intercept>,
    /// It is only planned, whatever its days say.
    #[serde(default)]
    pub planned: bool,
    /// The first day, where it is known.
    #[serde(default)]
    pub opens_on: Option<LocalDate>,
    /// The last day, where there is one.
    #[serde(default)]
    pub closes_on: Option<LocalDate>,
    /// It serves until this other site of the pack is open (S1-16).
    #[serde(default)]
    pub until_open: Option<String>,
}

impl Site {
    /// Whether it is open on a day, among the sites of its pack.
    pub fn is_open(&self, sites: &[Self], day: LocalDate) -> bool {
        let other = self
            .until_open
            .as_ref()
            .and_then(|id| sites.iter().find(|site| site.id == *id));
        // One step only: the other site is asked for its own days, not for what it waits for.
        self.has_day(day) && !other.is_some_and(|other| other.has_day(day))
    }

    fn has_day(&self, day: LocalDate) -> bool {
        !self.planned
            && self.opens_on.is_none_or(|first| first <= day)
            && self.closes_on.is_none_or(|last| day <= last)
    }
}

use std::fmt;

use dioxus::prelude::NavigationTarget;

use super::{LaterRoute, Route};

/// Where a link leads, as the browser shows it: a screen of either part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address(String);

impl From<Route> for Address {
    fn from(route: Route) -> Self {
        Self(route.to_string())
    }
}

impl From<LaterRoute> for Address {
    fn from(route: LaterRoute) -> Self {
        Self(route.to_string())
    }
}

impl From<Address> for NavigationTarget {
    fn from(address: Address) -> Self {
        Self::Internal(address.0)
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

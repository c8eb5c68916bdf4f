//! Handrail.

//! Words for a person who looks into a failed seed.

use std::fmt::Write;

use super::workload::Story;

impl Story {
    /// Who holds what, chain by chain, and what each device is doing.
    pub(super) fn explain(&self) -> String {
        let mut text = format!("relay at {}\n", self.world.relay_sequence());
        for (index, node) in self.world.nodes().enumerate() {
            let _ = writeln!(
                text,
                "device {index} {} writes as {} {:?} cursor {:?} aside {:?}",
                node.store.device(),
                node.store.incarnation(),
                node.phase(),
                node.store.position(),
                node.store.aside(),
            );
            for (chain, n) in node.store.reaches() {
                let _ = writeln!(
                    text,
                    "  {} {} {} {n} {:?}",
                    chain.document,
                    chain.device,
                    chain.incarnation,
                    node.store.numbers(&chain),
                );
            }
        }
        text
    }
}

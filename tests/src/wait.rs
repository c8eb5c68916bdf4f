//! Waiting for what will be, never for a while.

use std::future::Future;
use std::time::Duration;

use anyhow::{Result, bail};
use tokio::time::{Instant, sleep};

/// How long a screen may take on a busy machine.
pub const PATIENCE: Duration = Duration::from_secs(45);
/// How long a relay that was away may stay unnoticed: retries come less and less often.
pub const LONG_PATIENCE: Duration = Duration::from_mins(2);
const BETWEEN: Duration = Duration::from_millis(50);

/// Asks again and again until there is an answer; errors of one try count as
/// "not yet", the last of them is told when patience ends.
///
/// # Errors
/// When there is no answer in time.
pub async fn until<T, F>(what: &str, patience: Duration, mut ask: impl FnMut() -> F) -> Result<T>
where
    F: Future<Output = Result<Option<T>>>,
{
    let start = Instant::now();
    loop {
        let last = match ask().await {
            Ok(Some(answer)) => return Ok(answer),
            Ok(None) => String::new(),
            Err(error) => format!(": {error:#}"),
        };
        if start.elapsed() > patience {
            bail!("waited in vain for {what}{last}");
        }
        sleep(BETWEEN).await;
    }
}

//! Argon2id with the parameters that OWASP asks for at least: 19 MiB, two passes, one lane.

use std::sync::OnceLock;

use argon2::password_hash::{PasswordHash, PasswordHasher, PasswordVerifier, SaltString};
use argon2::{Algorithm, Argon2, Params, Version};
use kernel::{Error, Result, entropy};
use tokio::sync::Semaphore;

/// How many passwords are worked on at a time: each takes 19 MiB and a core for some hundredths of a second. Others wait,
/// so that a wave of sign-ins does not take the machine from those who are signed in.
static TURNS: Semaphore = Semaphore::const_new(2);

/// The hash to keep of a password.
///
/// # Errors
/// `Internal` if the machine has no memory for it.
pub async fn make(password: &str) -> Result<String> {
    let password = password.to_owned();
    work(move || make_now(&password)).await
}

/// Whether this is the password of `hash`. Without a hash it is not, and finding that out takes the same time.
///
/// # Errors
/// As [`make`].
pub async fn matches(password: &str, hash: Option<String>) -> Result<bool> {
    let password = password.to_owned();
    work(move || {
        let known = hash.is_some();
        // Asked for in both cases: the first time it has to be made, and that must not tell the two apart.
        let nobodys = nobodys();
        let hash = hash.as_deref().unwrap_or(nobodys);
        let parsed = PasswordHash::new(hash).map_err(Error::internal)?;
        Ok(argon()?.verify_password(password.as_bytes(), &parsed).is_ok() && known)
    })
    .await
}

async fn work<T: Send + 'static>(task: impl FnOnce() -> Result<T> + Send + 'static) -> Result<T> {
    let _turn = TURNS.acquire().await.map_err(Error::internal)?;
    tokio::task::spawn_blocking(task).await.map_err(Error::internal)?
}

fn argon() -> Result<Argon2<'static>> {
    let params = Params::new(19 * 1024, 2, 1, None).map_err(Error::internal)?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

fn make_now(password: &str) -> Result<String> {
    let salt = entropy::secret();
    let salt = SaltString::encode_b64(salt.get(..24).unwrap_or(&salt).as_bytes()).map_err(Error::internal)?;
    let hash = argon()?.hash_password(password.as_bytes(), &salt).map_err(Error::internal)?;
    Ok(hash.to_string())
}

fn nobodys() -> &'static str {
    static HASH: OnceLock<String> = OnceLock::new();
    HASH.get_or_init(|| make_now(&entropy::secret()).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_password_matches_its_hash_and_nothing_else() {
        let hash = make("a quiet harbour").await.unwrap();
        assert!(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{hash}");
        assert!(matches("a quiet harbour", Some(hash.clone())).await.unwrap());
        assert!(!matches("a loud harbour", Some(hash)).await.unwrap());
        assert!(!matches("a quiet harbour", None).await.unwrap());
    }
}

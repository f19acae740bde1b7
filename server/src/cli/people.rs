use std::io::BufRead;

use kernel::{Context, Error, Scope, invalid};
use serde_json::json;
use staff::store::NewStaff;

use super::arguments::{Token, User};
use super::{as_system, print};
use crate::Outcome;
use crate::config::Config;

/// `foyer user`
pub async fn user(config: &Config, user: User) -> Outcome<()> {
    match user {
        User::Add { email, name, admin, role, password_stdin } => {
            let password = password_stdin.then(read_password).transpose()?;
            let new = NewStaff { name, email, password, is_admin: admin, ..NewStaff::default() };
            let id = as_system(config, async |cx: Context| add(&cx, new, role).await).await?;
            print(&id.to_string());
        }
        User::List { json } => list(config, json).await?,
        User::Password { email, .. } => {
            let password = read_password()?;
            as_system(config, async |cx: Context| {
                let id = find(&cx, &email).await?.id;
                staff::password::reset(&cx, id, &password).await
            })
            .await?;
        }
    }
    Ok(())
}

async fn add(cx: &Context, new: NewStaff, role: Option<String>) -> kernel::Result<kernel::StaffId> {
    let role_id = match role {
        Some(name) => {
            let roles = staff::store::roles::list(cx).await?;
            let found = roles.into_iter().find(|role| role.name.eq_ignore_ascii_case(&name));
            Some(found.ok_or_else(|| invalid("role", "error-not-found"))?.id)
        }
        None => None,
    };
    staff::store::add(cx, NewStaff { role_id, ..new }).await
}

async fn find(cx: &Context, email: &str) -> kernel::Result<staff::Member> {
    staff::store::find_by_email(cx, email).await?.ok_or(Error::NotFound)
}

async fn list(config: &Config, json: bool) -> Outcome<()> {
    let members = as_system(config, async |cx: Context| staff::store::list(&cx).await).await?;
    if json {
        let rows: Vec<_> = members
            .iter()
            .map(|member| {
                json!({
                    "id": member.id, "email": member.email, "name": member.name, "role": member.role_name,
                    "is_admin": member.is_admin, "is_active": member.is_active, "has_password": member.has_password,
                })
            })
            .collect();
        print(&serde_json::to_string_pretty(&rows)?);
        return Ok(());
    }
    for member in members {
        let role = if member.is_admin { "Administrator" } else { member.role_name.as_deref().unwrap_or("-") };
        let state = if member.is_active { "" } else { "  (may not sign in)" };
        print(&format!("{:4}  {:40} {:30} {role}{state}", member.id, member.email, member.name));
    }
    Ok(())
}

/// `foyer token`
pub async fn token(config: &Config, token: Token) -> Outcome<()> {
    let Token::Create { staff: email, scope, name } = token;
    let scope = Scope::parse(&scope).ok_or_else(|| format!("there is no scope `{scope}`"))?;
    let secret = as_system(config, async |cx: Context| {
        let id = find(&cx, &email).await?.id;
        staff::tokens::create(&cx, id, &name, scope).await
    })
    .await?;
    print(&secret);
    Ok(())
}

/// A password does not belong on the command line, where every process can read it.
fn read_password() -> Outcome<String> {
    let mut line = String::new();
    std::io::stdin().lock().read_line(&mut line)?;
    let password = line.trim_end_matches(['\r', '\n']).to_owned();
    if password.is_empty() {
        return Err("the first line of standard input has to be the password".into());
    }
    Ok(password)
}

//! The desktop portal of the session, by which a program asks the system.
//! Source: XDG Desktop Portal.

use std::time::Duration;

/// One of its interfaces; an answer is waited for no longer than `patience`.
///
/// # Errors
/// Where the session has no bus.
pub(super) async fn portal(interface: &'static str, patience: Duration) -> zbus::Result<zbus::Proxy<'static>> {
    let connection = zbus::connection::Builder::session()?.method_timeout(patience).build().await?;
    zbus::proxy::Builder::new(&connection)
        .destination("org.freedesktop.portal.Desktop")?
        .path("/org/freedesktop/portal/desktop")?
        .interface(interface)?
        .cache_properties(zbus::proxy::CacheProperties::No)
        .build()
        .await
}

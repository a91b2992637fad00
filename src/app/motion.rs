//! Whether the system asks that nothing moves by itself, as its settings portal tells. Waits for the answer.
//! Sources: XDG Desktop Portal, `org.freedesktop.portal.Settings`; GNOME's `enable-animations`, which GTK desktops follow.

use std::time::Duration;

use zbus::zvariant::OwnedValue;

/// A portal that has not answered by then is none.
const PATIENCE: Duration = Duration::from_secs(5);

/// False where nothing answers.
pub(super) fn is_reduced() -> bool {
    pollster::block_on(ask()).unwrap_or(false)
}

async fn ask() -> zbus::Result<bool> {
    let connection = zbus::connection::Builder::session()?.method_timeout(PATIENCE).build().await?;
    let settings: zbus::Proxy<'_> = zbus::proxy::Builder::new(&connection)
        .destination("org.freedesktop.portal.Desktop")?
        .path("/org/freedesktop/portal/desktop")?
        .interface("org.freedesktop.portal.Settings")?
        .cache_properties(zbus::proxy::CacheProperties::No)
        .build()
        .await?;
    let wanted =
        read(&settings, "org.freedesktop.appearance", "reduced-motion").await.and_then(|value| u32::try_from(value).ok());
    if let Some(wanted) = wanted {
        return Ok(wanted == 1);
    }
    let animated = read(&settings, "org.gnome.desktop.interface", "enable-animations").await;
    Ok(animated.and_then(|value| bool::try_from(value).ok()) == Some(false))
}

async fn read(settings: &zbus::Proxy<'_>, namespace: &str, key: &str) -> Option<OwnedValue> {
    settings.call("ReadOne", &(namespace, key)).await.ok()
}

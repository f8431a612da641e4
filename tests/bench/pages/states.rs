//! What a measured visitor chooses: changes of the filters, and a journey over the map.

/// Values that the real and the synthetic datasets share; every state differs from the one before.
const FILTERS: [&str; 20] = [
    "theme=photonics",
    "theme=health",
    "theme=health,photonics",
    "",
    "programme=none",
    "theme=energy&programme=none",
    "country=US",
    "",
    "country=FR",
    "country=FR,JP",
    "theme=photonics&country=FR,JP",
    "",
    "theme=security",
    "theme=security,energy,health",
    "",
    "country=CN,KR,JP",
    "country=BR",
    "theme=energy&country=BR,US",
    "theme=energy",
    "",
];

/// Frames of three seconds.
const FRAMES: u32 = 180;

/// Latitude, longitude and zoom level: the world, Germany, a round there, and the world again.
const STATIONS: [[f64; 3]; 6] = [
    [25.0, 20.0, 1.6],
    [51.1, 10.4, 6.5],
    [48.6, 12.5, 6.5],
    [53.3, 9.0, 6.5],
    [51.1, 10.4, 6.5],
    [25.0, 20.0, 1.6],
];

/// Fragments with filters, one after the other; the last shows everything.
pub(crate) fn filters() -> Vec<&'static str> {
    FILTERS.to_vec()
}

/// A fragment for each frame of the journey.
pub(crate) fn journey() -> Vec<String> {
    let legs = u32::try_from(STATIONS.len() - 1).unwrap_or(1);
    let at = |frame: u32| {
        let way = f64::from(frame * legs) / f64::from(FRAMES);
        let leg = (frame * legs / FRAMES) as usize;
        let [from, to] = [leg, leg + 1].map(|station| STATIONS[station.min(STATIONS.len() - 1)]);
        let part = (way - way.floor()).clamp(0.0, 1.0);
        // Slow at both ends of a leg, as a hand moves a map.
        let part = part * part * (3.0 - 2.0 * part);
        let [lat, lon, zoom] = [0, 1, 2].map(|axis| from[axis] + (to[axis] - from[axis]) * part);
        format!("at={lat:.4},{lon:.4},{zoom:.2}")
    };
    (0..FRAMES).map(at).collect()
}

//! Countries and states of synthetic datasets: enough of the Earth to look real without any package.

/// A country with the box that its synthetic places lie in.
pub(super) struct Land {
    /// ISO 3166-1 alpha-2 code.
    pub(super) code: &'static str,
    /// German and English name.
    pub(super) names: [&'static str; 2],
    /// Continent by the word in the dataset.
    pub(super) continent: &'static str,
    /// Southern and northern end in whole degrees.
    pub(super) lat: [i32; 2],
    /// Western and eastern end in whole degrees.
    pub(super) lon: [i32; 2],
    /// How often it is chosen, compared with others.
    pub(super) weight: usize,
}

const fn land(
    code: &'static str,
    names: [&'static str; 2],
    continent: &'static str,
    [south, north, west, east]: [i32; 4],
    weight: usize,
) -> Land {
    Land {
        code,
        names,
        continent,
        lat: [south, north],
        lon: [west, east],
        weight,
    }
}

/// Weights follow the number of real cooperations with each country. Boxes lie well inside, so that few
/// places fall into the sea.
pub(super) const LANDS: [Land; 40] = [
    land(
        "AR",
        ["Argentinien", "Argentina"],
        "south-america",
        [-37, -28, -66, -60],
        4,
    ),
    land("AT", ["Österreich", "Austria"], "europe", [47, 48, 13, 16], 26),
    land(
        "AU",
        ["Australien", "Australia"],
        "oceania",
        [-34, -22, 120, 150],
        10,
    ),
    land("BE", ["Belgien", "Belgium"], "europe", [50, 51, 4, 6], 32),
    land(
        "BR",
        ["Brasilien", "Brazil"],
        "south-america",
        [-22, -5, -55, -41],
        12,
    ),
    land(
        "CA",
        ["Kanada", "Canada"],
        "north-america",
        [46, 56, -120, -72],
        25,
    ),
    land("CH", ["Schweiz", "Switzerland"], "europe", [46, 47, 7, 9], 24),
    land("CL", ["Chile", "Chile"], "south-america", [-40, -24, -72, -70], 6),
    land("CN", ["China", "China"], "asia", [24, 40, 102, 118], 28),
    land(
        "CO",
        ["Kolumbien", "Colombia"],
        "south-america",
        [2, 8, -76, -72],
        8,
    ),
    land("CZ", ["Tschechien", "Czechia"], "europe", [49, 50, 13, 17], 18),
    land("DE", ["Deutschland", "Germany"], "europe", [48, 53, 8, 12], 30),
    land("DK", ["Dänemark", "Denmark"], "europe", [55, 57, 9, 10], 16),
    land("EG", ["Ägypten", "Egypt"], "africa", [24, 30, 26, 32], 3),
    land("ES", ["Spanien", "Spain"], "europe", [38, 42, -6, 0], 26),
    land("FI", ["Finnland", "Finland"], "europe", [61, 66, 24, 28], 14),
    land("FJ", ["Fidschi", "Fiji"], "oceania", [-18, -17, 177, 178], 1),
    land("FR", ["Frankreich", "France"], "europe", [44, 49, 0, 6], 80),
    land(
        "GB",
        ["Vereinigtes Königreich", "United Kingdom"],
        "europe",
        [51, 54, -2, 0],
        25,
    ),
    land("IL", ["Israel", "Israel"], "asia", [30, 32, 34, 35], 10),
    land("IN", ["Indien", "India"], "asia", [13, 27, 75, 82], 14),
    land("IT", ["Italien", "Italy"], "europe", [43, 46, 9, 12], 30),
    land("JP", ["Japan", "Japan"], "asia", [35, 37, 137, 140], 49),
    land("KE", ["Kenia", "Kenya"], "africa", [-2, 3, 35, 39], 2),
    land("KR", ["Südkorea", "South Korea"], "asia", [35, 37, 127, 129], 18),
    land(
        "MX",
        ["Mexiko", "Mexico"],
        "north-america",
        [18, 28, -106, -98],
        6,
    ),
    land("NL", ["Niederlande", "Netherlands"], "europe", [51, 53, 5, 7], 46),
    land("NO", ["Norwegen", "Norway"], "europe", [59, 63, 8, 11], 10),
    land(
        "NZ",
        ["Neuseeland", "New Zealand"],
        "oceania",
        [-40, -38, 175, 177],
        2,
    ),
    land("PL", ["Polen", "Poland"], "europe", [50, 54, 16, 22], 30),
    land("PT", ["Portugal", "Portugal"], "europe", [38, 41, -9, -7], 8),
    land("RO", ["Rumänien", "Romania"], "europe", [45, 47, 22, 27], 6),
    land("SE", ["Schweden", "Sweden"], "europe", [57, 65, 13, 18], 18),
    land("SG", ["Singapur", "Singapore"], "asia", [1, 2, 103, 104], 8),
    land("TR", ["Türkei", "Türkiye"], "asia", [37, 41, 28, 42], 6),
    land("TW", ["Taiwan", "Taiwan"], "asia", [23, 25, 120, 122], 8),
    land(
        "US",
        ["USA", "United States"],
        "north-america",
        [33, 46, -120, -78],
        47,
    ),
    land("VN", ["Vietnam", "Vietnam"], "asia", [20, 22, 104, 106], 4),
    land("WS", ["Samoa", "Samoa"], "oceania", [-14, -13, -173, -172], 1),
    land(
        "ZA",
        ["Südafrika", "South Africa"],
        "africa",
        [-33, -25, 20, 30],
        8,
    ),
];

/// A point inside each German state in hundredths of a degree: code, latitude, longitude.
pub(super) const STATES: [(&str, i32, i32); 16] = [
    ("DE-BW", 4854, 904),
    ("DE-BY", 4895, 1140),
    ("DE-BE", 5250, 1340),
    ("DE-BB", 5208, 1385),
    ("DE-HB", 5308, 880),
    ("DE-HH", 5355, 1000),
    ("DE-HE", 5060, 903),
    ("DE-MV", 5377, 1257),
    ("DE-NI", 5264, 985),
    ("DE-NW", 5148, 755),
    ("DE-RP", 4995, 731),
    ("DE-SL", 4938, 695),
    ("DE-SN", 5093, 1346),
    ("DE-ST", 5201, 1170),
    ("DE-SH", 5419, 982),
    ("DE-TH", 5090, 1103),
];

/// Places on both sides of the 180th meridian and far out in the Pacific: id, name, country, coordinates.
pub(super) const PACIFIC: [(&str, &str, &str, f64, f64); 5] = [
    ("fj-westlich", "Westlich", "FJ", -16.5, 179.95),
    ("fj-oestlich", "Östlich", "FJ", -16.8, -179.95),
    ("us-insel", "Insel", "US", 21.3, -157.8),
    ("ws-hafen", "Hafen", "WS", -13.8, -171.8),
    ("nz-bucht", "Bucht", "NZ", -36.8, 174.8),
];

//! Names by which people call countries and German states besides the official ones, and the regions that they make.

/// ISO codes and names.
const NAMES: [(&str, &[&str]); 24] = [
    ("AE", &["VAE", "UAE", "Emirate", "Emirates"]),
    ("BA", &["Bosnien", "Bosnia"]),
    ("BE", &["Benelux"]),
    ("CN", &["Volksrepublik China", "PRC"]),
    ("CZ", &["Tschechische Republik", "Czech Republic"]),
    ("DK", &["Skandinavien", "Scandinavia"]),
    ("EE", &["Baltikum", "Baltic States"]),
    ("GB", &["Großbritannien", "Great Britain", "UK", "England"]),
    ("KR", &["Republik Korea", "Republic of Korea"]),
    ("LT", &["Baltikum", "Baltic States"]),
    ("LU", &["Benelux"]),
    ("LV", &["Baltikum", "Baltic States"]),
    ("MD", &["Moldawien"]),
    ("NL", &["Holland", "Benelux"]),
    ("NO", &["Skandinavien", "Scandinavia"]),
    ("RU", &["Russische Föderation", "Russian Federation"]),
    ("SE", &["Skandinavien", "Scandinavia"]),
    ("TR", &["Turkey"]),
    (
        "US",
        &["Vereinigte Staaten", "United States", "Amerika", "America"],
    ),
    ("DE-BW", &["BW", "BaWü"]),
    ("DE-MV", &["MV", "Meck-Pomm"]),
    ("DE-NW", &["NRW"]),
    ("DE-RP", &["RLP"]),
    ("DE-ST", &["LSA"]),
];

/// The everyday names of the country or state with an ISO code.
pub fn everyday_names(code: &str) -> &'static [&'static str] {
    let found = NAMES.iter().find(|(other, _)| *other == code);
    found.map_or(&[], |(_, names)| names)
}

//! Guards providers of map tiles: which address may be asked.

use clusteratlas_core::tiles::TileSource;

fn source(address: &str) -> TileSource {
    TileSource {
        provider: "P".to_owned(),
        address: address.to_owned(),
        credit: "C".to_owned(),
        credit_address: "https://example.org/c".to_owned(),
        privacy_address: "https://example.org/p".to_owned(),
        extent: None,
        from_zoom_level: 0,
    }
}

#[test]
fn the_origin_of_tiles_is_scheme_host_and_port() {
    let rows = [
        (
            "https://a.example.org/{z}/{x}/{y}.png",
            Some("https://a.example.org"),
        ),
        (
            "https://a.example.org:8443/{z}",
            Some("https://a.example.org:8443"),
        ),
        ("http://127.0.0.1:8000/{z}", Some("http://127.0.0.1:8000")),
        ("http://a.example.org/{z}", None),
        ("http://127.0.0.1.example.org/{z}", None),
        ("https://a.example.org", None),
        ("https:///{z}", None),
        ("https://a.org; script-src *//{z}", None),
        ("javascript:alert(1)//", None),
        ("", None),
    ];
    for (address, origin) in rows {
        assert_eq!(source(address).origin(), origin, "{address}");
    }
    assert_eq!(
        source("https://a.example.org:8443/{z}").host(),
        "a.example.org:8443"
    );
}

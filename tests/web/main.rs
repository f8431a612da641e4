//! Guards what needs a page but no site: components mount with a small dataset, announce changes, move the focus;
//! the map draws with the real Leaflet. Compiled only for the browser that runs it.
#![cfg(target_arch = "wasm32")]
#![expect(clippy::unwrap_used, reason = "a helper that cannot go on fails its test")]

mod page;

use clusteratlas_core::query::facet::Facet;
use clusteratlas_core::query::selection::Record;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

use page::Page;

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
async fn the_sentence_announces_a_filter_change() {
    let page = Page::open("").await;
    page.store.set_filter(Facet::Theme, "energy", true);
    page.see_announced("1 Kooperation zum Thema Energie von 1 Cluster mit 1 Land.")
        .await;
    // Titles are written when the selection has been calm for a moment.
    page.see_title("1 Kooperation zum Thema Energie").await;
}

#[wasm_bindgen_test]
async fn filters_show_numbers_and_chosen_options() {
    let page = Page::open("theme=health").await;
    assert_eq!(page.see_count("Energie"), "1");
    assert!(page.is_ticked("Gesundheit"));
    page.choose("Energie").await;
    assert_eq!(page.see_fragment(), "theme=energy,health");
    page.choose("Gesundheit").await;
    assert_eq!(page.see_fragment(), "theme=energy");
}

#[wasm_bindgen_test]
async fn the_focus_goes_to_the_heading_of_an_opened_record_and_back() {
    let page = Page::open("").await;
    let name = page.focus_first_row().await;
    let country = page
        .store
        .atlas()
        .dataset
        .country_by_code("JP".parse().unwrap())
        .unwrap();
    page.store.select(Record::Country(country));
    page.settle().await;
    assert_eq!(page::see_focus(), "Japan");
    page.store.close_detail();
    page.settle().await;
    assert_eq!(page::see_focus(), name);
}

#[wasm_bindgen_test]
async fn the_rows_follow_the_selection() {
    let page = Page::open("").await;
    page.see_rows(3).await;
    page.store.set_filter(Facet::Country, "JP", true);
    page.settle().await;
    page.see_rows(1).await;
    page.store.reset_filters();
    page.settle().await;
    page.see_rows(3).await;
}

#[wasm_bindgen_test]
async fn the_map_draws_connections_and_marks_with_leaflet() {
    page::load_leaflet();
    let page = Page::open("").await;
    page.see_connections_drawn().await;
    let all = page.see_marks();
    assert!(
        all.iter().any(|mark| mark.starts_with("Japan: 1 Kooperation")),
        "{all:?}"
    );
    page.store.set_filter(Facet::Country, "FR", true);
    page.settle().await;
    let marks = page.see_marks();
    assert!(!marks.iter().any(|mark| mark.starts_with("Japan")), "{marks:?}");
}

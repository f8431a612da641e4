//! The link by which a visitor reports an error in a record.

use clusteratlas_core::locale::format::date;
use clusteratlas_core::naming::record_name;
use clusteratlas_core::permalink::correction::address;
use clusteratlas_core::query::selection::Record;

use crate::browser::address_bar::public_address_of;
use crate::browser::document::configured;
use crate::browser::dom::{Element, el};
use crate::store::Store;

/// The link, where the site is configured to take reports.
pub(super) fn correction(store: Store, record: Record) -> Option<Element> {
    let contact = configured("corrections")?;
    let (texts, language) = (store.texts(), store.language());
    let dataset = &store.atlas().dataset;
    let name = record_name(dataset, record, language);
    let selection = record.selection(dataset).to_string();
    let link = public_address_of(&format!("lang={}&sel={selection}", language.code())).unwrap_or_default();
    let edition = (texts.edition)(&dataset.edition.version, &date(dataset.edition.date, language));
    let subject = (texts.report_subject)(name);
    let body = (texts.report_body)(name, &link, &edition);
    let address = address(&contact, &subject, &body, &selection, &link);
    let link = el("a")
        .attr("href", &address)
        .attr("rel", "noopener noreferrer")
        .text(texts.report_error);
    Some(el("p").class("detail-panel__correction").child(link))
}

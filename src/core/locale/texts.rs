//! What the page says: one field per message.

use crate::domain::country::Continent;
use crate::domain::localized::Language;

use super::brief::{self, BriefTexts};
use super::changes::{self, ChangesTexts};
use super::comparison::ComparisonTexts;
use super::details::{self, DetailTexts};
use super::editors::{self, EditorsTexts};
use super::embed::EmbedTexts;
use super::export::{self, ExportTexts};
use super::facets::FacetsTexts;
use super::figures::{self, FiguresTexts};
use super::matrix::{self, MatrixTexts};
use super::offline::OfflineTexts;
use super::pan::{self, PanTexts};
use super::period::{self, PeriodTexts};
use super::search::SearchTexts;
use super::sentence::SentenceTexts;
use super::share::{self, ShareTexts};
use super::stories::{self, StoriesTexts};
use super::table::{self, TableTexts};
use super::tiles::{self, TilesTexts};
use super::walk::{self, WalkTexts};

/// One of the messages.
pub type Words = fn(&Texts) -> &'static str;

/// Every message of the page. A message with a number or a name is a function of it.
#[derive(Clone, Copy, Debug)]
pub struct Texts {
    /// Their language.
    pub language: Language,
    /// Title of the page.
    pub title: &'static str,
    /// What the page is, in one line.
    pub tagline: &'static str,
    /// Skip link.
    pub skip_to_results: &'static str,
    /// Name of the other language, in that language.
    pub other_language: &'static str,
    /// Name of the group of views.
    pub views: &'static str,
    /// Name of the map view.
    pub map: &'static str,
    /// Name of the list view.
    pub list: &'static str,
    /// Name of the matrix view.
    pub matrix_view: &'static str,
    /// Name of the view with key figures and charts.
    pub figures_view: &'static str,
    /// Name of pages for print.
    pub brief_view: &'static str,
    /// Name of the view of editors.
    pub editors_view: &'static str,
    /// What is not published.
    pub preview: &'static str,
    /// Button that shows the link of a view.
    pub share_button: &'static str,
    /// Button that shows how to embed a view.
    pub embed_button: &'static str,
    /// Heading of the filters.
    pub filters: &'static str,
    /// Button that opens the filters on a small screen.
    pub show_filters: &'static str,
    /// Button that closes the filters on a small screen.
    pub hide_filters: &'static str,
    /// Legend.
    pub themes: &'static str,
    /// Legend.
    pub programmes: &'static str,
    /// Legend.
    pub countries: &'static str,
    /// Legend.
    pub states: &'static str,
    /// Legend.
    pub kinds: &'static str,
    /// Legend.
    pub status: &'static str,
    /// Button.
    pub reset_filters: &'static str,
    /// Name of the list of active filters.
    pub active_filters: &'static str,
    /// Name of the button that removes a filter.
    pub remove_filter: fn(name: &str) -> String,
    /// Option: cooperations without a stated programme.
    pub no_programme: &'static str,
    /// Option: partners without one country.
    pub no_country: &'static str,
    /// Option: clusters without one German state.
    pub no_state: &'static str,
    /// Status.
    pub running: &'static str,
    /// Status.
    pub ended: &'static str,
    /// Status.
    pub status_unknown: &'static str,
    /// Button that shows all options of a group.
    pub show_all_options: fn(how_many: usize) -> String,
    /// Button that hides the rarer options of a group again.
    pub show_fewer_options: &'static str,
    /// Level of funders.
    pub funder_federal: &'static str,
    /// Level of funders.
    pub funder_state: &'static str,
    /// Level of funders.
    pub funder_eu: &'static str,
    /// Level of funders.
    pub funder_other: &'static str,
    /// What the numbers beside options mean.
    pub option_counts_note: &'static str,
    /// Continent.
    pub europe: &'static str,
    /// Continent.
    pub asia: &'static str,
    /// Continent.
    pub north_america: &'static str,
    /// Continent.
    pub south_america: &'static str,
    /// Continent.
    pub africa: &'static str,
    /// Continent.
    pub oceania: &'static str,
    /// Between the last two names of a row.
    pub and: &'static str,
    /// What to do where nothing matches.
    pub no_cooperation_advice: &'static str,
    /// Number of cooperations.
    pub cooperations: fn(n: usize) -> String,
    /// Number of clusters.
    pub clusters: fn(n: usize) -> String,
    /// Parts of the sentence that says what is shown.
    pub sentence: SentenceTexts,
    /// Name of the map region.
    pub map_label: &'static str,
    /// How to use the map by keyboard.
    pub map_help: &'static str,
    /// Name of the group of marks.
    pub map_marks: &'static str,
    /// Button.
    pub zoom_in: &'static str,
    /// Button.
    pub zoom_out: &'static str,
    /// Button.
    pub show_world: &'static str,
    /// Button.
    pub show_germany: &'static str,
    /// Heading of the legend.
    pub legend: &'static str,
    /// Legend entry.
    pub legend_home: &'static str,
    /// Legend entry.
    pub legend_abroad: &'static str,
    /// Legend entry.
    pub legend_vague: &'static str,
    /// Legend entry.
    pub legend_number: &'static str,
    /// Legend entry.
    pub legend_width: &'static str,
    /// Note on borders.
    pub border_note: &'static str,
    /// Credit of the map.
    pub map_credit: &'static str,
    /// Label of a group.
    pub group_more: fn(name: &str, others: usize) -> String,
    /// Name of a mark.
    pub mark_name: fn(names: &str, cooperations: usize) -> String,
    /// Names of a large group.
    pub and_others: fn(names: &str, others: usize) -> String,
    /// What activating a group does.
    pub opens_group: &'static str,
    /// Words for clusters drawn at their state.
    pub seat_unknown_in: fn(place: &str) -> String,
    /// Connections that are not drawn.
    pub further_connections: fn(n: usize) -> String,
    /// Marks that are not drawn.
    pub further_marks: fn(n: usize) -> String,
    /// Words for a connection.
    pub connection_name: fn(from: &str, to: &str, cooperations: usize) -> String,
    /// Heading of the table.
    pub results: &'static str,
    /// Column.
    pub column_title: &'static str,
    /// Column.
    pub column_clusters: &'static str,
    /// Column.
    pub column_partners: &'static str,
    /// Column.
    pub column_themes: &'static str,
    /// Column.
    pub column_programme: &'static str,
    /// Column.
    pub column_period: &'static str,
    /// Said beside every ranking.
    pub not_complete: &'static str,
    /// Where something is not known.
    pub unknown: &'static str,
    /// Where no date is known.
    pub no_date: &'static str,
    /// Where a cooperation names no cluster of the set.
    pub no_cluster: &'static str,
    /// Button of the detail panel.
    pub close: &'static str,
    /// Kind of record.
    pub kind_cluster: &'static str,
    /// Kind of record.
    pub kind_place: &'static str,
    /// Kind of record.
    pub kind_region: &'static str,
    /// Kind of record.
    pub kind_country: &'static str,
    /// Kind of record.
    pub kind_state: &'static str,
    /// Kind of record.
    pub kind_cooperation: &'static str,
    /// Kind of record.
    pub kind_programme: &'static str,
    /// Fact.
    pub seat: &'static str,
    /// Fact.
    pub seat_unknown: &'static str,
    /// Fact.
    pub state_unknown: &'static str,
    /// Fact.
    pub precision_region: &'static str,
    /// Fact.
    pub precision_country: &'static str,
    /// Fact.
    pub federal_state: &'static str,
    /// Fact.
    pub also_known_as: &'static str,
    /// Fact.
    pub memberships: &'static str,
    /// What memberships mean.
    pub membership_note: &'static str,
    /// A membership that is no programme.
    pub nrw_landescluster: &'static str,
    /// Fact.
    pub website: &'static str,
    /// Fact.
    pub partners: &'static str,
    /// Where only the place of a partner is known.
    pub organisation_unknown: &'static str,
    /// Fact.
    pub programme: &'static str,
    /// Fact.
    pub programme_not_stated: &'static str,
    /// Fact.
    pub term: &'static str,
    /// Fact.
    pub kind: &'static str,
    /// Fact.
    pub funding_reference: &'static str,
    /// Fact.
    pub funding: &'static str,
    /// What an amount means.
    pub funding_note: &'static str,
    /// Fact.
    pub coordinator: &'static str,
    /// Fact.
    pub funder: &'static str,
    /// Fact.
    pub programme_page: &'static str,
    /// Heading.
    pub sources: &'static str,
    /// While details are on their way.
    pub sources_loading: &'static str,
    /// Where details could not be loaded.
    pub sources_failed: &'static str,
    /// A source without an address.
    pub given_document: &'static str,
    /// Button.
    pub try_again: &'static str,
    /// Link by which an error is reported.
    pub report_error: &'static str,
    /// Subject of the report.
    pub report_subject: fn(record: &str) -> String,
    /// Body of the report.
    pub report_body: fn(record: &str, link: &str, edition: &str) -> String,
    /// Fact.
    pub country: &'static str,
    /// Heading.
    pub at_a_glance: &'static str,
    /// Heading.
    pub partner_countries: &'static str,
    /// Heading: clusters that stand at Germany as a whole.
    pub clusters_without_state: &'static str,
    /// Heading.
    pub clusters_heading: &'static str,
    /// Heading of a list of cooperations.
    pub cooperations_heading: fn(matching: usize, all: usize) -> String,
    /// Where a record has no cooperation.
    pub no_known_cooperation: &'static str,
    /// Button.
    pub filter_by: fn(name: &str) -> String,
    /// Said of external links.
    pub opens_new_page: &'static str,
    /// While a part of the page is on its way.
    pub part_loading: &'static str,
    /// Where a part of the page could not be loaded.
    pub part_failed: &'static str,
    /// Heading where the dataset cannot be used.
    pub failure_heading: &'static str,
    /// Reason.
    pub failure_damaged: fn(line: usize, column: usize) -> String,
    /// Reason.
    pub failure_version: fn(found: u64, supported: u32) -> String,
    /// Reason.
    pub failure_essential: fn(what: &str) -> String,
    /// Reason.
    pub failure_loading: fn(cause: &str) -> String,
    /// What to do.
    pub failure_advice: &'static str,
    /// Link to the plain table.
    pub table_link: &'static str,
    /// Address of the plain table.
    pub table_address: &'static str,
    /// Where the map cannot be drawn.
    pub map_failed: &'static str,
    /// Where records were left out.
    pub left_out: fn(n: usize) -> String,
    /// A record that cannot be read.
    pub problem_shape: fn(cause: &str) -> String,
    /// A value that is not allowed.
    pub problem_value: fn(field: &str, cause: &str) -> String,
    /// A reference to nothing.
    pub problem_dangling: fn(field: &str, id: &str) -> String,
    /// A list that must hold something.
    pub problem_empty: fn(field: &str) -> String,
    /// An id that occurs twice.
    pub problem_duplicate: &'static str,
    /// Problems that are not listed.
    pub more_problems: fn(n: usize) -> String,
    /// Where a link was not understood in full.
    pub ignored_in_link: fn(parts: &str) -> String,
    /// Button.
    pub dismiss: &'static str,
    /// Version and date of the data.
    pub edition: fn(version: &str, date: &str) -> String,
    /// Button and heading.
    pub about: &'static str,
    /// Paragraph.
    pub about_what: &'static str,
    /// Paragraph.
    pub about_honesty: &'static str,
    /// Heading.
    pub about_data: &'static str,
    /// Fact.
    pub publisher: &'static str,
    /// Fact.
    pub licence: &'static str,
    /// Credit of the map.
    pub about_map: &'static str,
    /// The offline edition.
    pub offline: OfflineTexts,
    /// Link.
    pub all_licences: &'static str,
    /// Link.
    pub download_data: &'static str,
    /// Name of the choice between light and dark.
    pub appearance: &'static str,
    /// Option.
    pub appearance_auto: &'static str,
    /// Option.
    pub appearance_light: &'static str,
    /// Option.
    pub appearance_dark: &'static str,
    /// Names of the months.
    pub months: [&'static str; 12],
    /// A period without a known end.
    pub from_date: fn(date: &str) -> String,
    /// A period without a known start.
    pub until_date: fn(date: &str) -> String,
    /// Before an amount.
    pub up_to: &'static str,
    /// Before an amount.
    pub about_amount: &'static str,
    /// Before an amount.
    pub more_than: &'static str,
    /// Options of filters and chips.
    pub facets: FacetsTexts,
    /// Search box and suggestions.
    pub search: SearchTexts,
    /// Two selections side by side.
    pub comparison: ComparisonTexts,
    /// The compact form for other people's pages.
    pub embed: EmbedTexts,
}

/// The texts of single views, which come to the page with the code of their view.
impl Texts {
    /// Years and their histogram.
    pub const fn period(&self) -> &'static PeriodTexts {
        self.pick(&period::DE, &period::EN)
    }

    /// The matrix and its white spots.
    pub const fn matrix(&self) -> &'static MatrixTexts {
        self.pick(&matrix::DE, &matrix::EN)
    }

    /// What a record is connected with.
    pub const fn details(&self) -> &'static DetailTexts {
        self.pick(&details::DE, &details::EN)
    }

    /// Key figures and charts.
    pub const fn figures(&self) -> &'static FiguresTexts {
        self.pick(&figures::DE, &figures::EN)
    }

    /// Pages for print.
    pub const fn brief(&self) -> &'static BriefTexts {
        self.pick(&brief::DE, &brief::EN)
    }

    /// The way to the change log.
    pub const fn changes(&self) -> &'static ChangesTexts {
        self.pick(&changes::DE, &changes::EN)
    }

    /// Guided stories.
    pub const fn stories(&self) -> &'static StoriesTexts {
        self.pick(&stories::DE, &stories::EN)
    }

    /// The table.
    pub const fn table(&self) -> &'static TableTexts {
        self.pick(&table::DE, &table::EN)
    }

    /// Finding one's way on the map without pointing.
    pub const fn walk(&self) -> &'static WalkTexts {
        self.pick(&walk::DE, &walk::EN)
    }

    /// Buttons that move the map.
    pub const fn pan(&self) -> &'static PanTexts {
        self.pick(&pan::DE, &pan::EN)
    }

    /// Map tiles of others.
    pub const fn tiles(&self) -> &'static TilesTexts {
        self.pick(&tiles::DE, &tiles::EN)
    }

    /// Files for saving.
    pub const fn export(&self) -> &'static ExportTexts {
        self.pick(&export::DE, &export::EN)
    }

    /// The view of editors.
    pub const fn editors(&self) -> &'static EditorsTexts {
        self.pick(&editors::DE, &editors::EN)
    }

    /// Links and snippets that lead to a view.
    pub const fn share(&self) -> &'static ShareTexts {
        self.pick(&share::DE, &share::EN)
    }

    const fn pick<T>(&self, german: &'static T, english: &'static T) -> &'static T {
        match self.language {
            Language::German => german,
            Language::English => english,
        }
    }

    /// The name of a continent.
    pub const fn continent(&self, continent: Continent) -> &'static str {
        match continent {
            Continent::Europe => self.europe,
            Continent::Asia => self.asia,
            Continent::NorthAmerica => self.north_america,
            Continent::SouthAmerica => self.south_america,
            Continent::Africa => self.africa,
            Continent::Oceania => self.oceania,
        }
    }
}

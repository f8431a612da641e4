//! Ten questions of readers, each answered with at most three actions: a click, or words typed and sent. Readers
//! without a pointer answer them as well: their actions take as many keys as they take.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context as _, Result, ensure};
use clusteratlas_core::domain::federal_state::FederalState;
use clusteratlas_core::domain::localized::Language;
use serde_json::{Value, json};
use thirtyfour::Key;

use crate::browser::Hand;
use crate::page::Page;
use crate::period::write;
use crate::recount::ids;
use crate::story::{Story, stories};

pub(crate) const STORIES: &[Story] = stories![
    who_works_with_japan_on_photonics,
    what_did_the_leipzig_health_cluster_do_in_colombia_and_who_paid,
    which_states_work_with_scandinavia,
    which_programmes_fund_cooperation_with_brazil.speaking("en"),
    what_ran_in_2017.speaking("en"),
    which_clusters_have_partners_in_both_france_and_japan,
    where_does_biosaxony_cooperate_inside_germany,
    what_is_the_most_frequent_partner_country_of_each_theme.speaking("en"),
    which_theme_has_no_partner_in_africa,
    which_cooperations_have_no_known_term.speaking("en"),
    who_works_with_japan_on_photonics.without_pointer("keys_tell_who_works_with_japan_on_photonics"),
    what_did_the_leipzig_health_cluster_do_in_colombia_and_who_paid
        .without_pointer("keys_tell_what_did_the_leipzig_health_cluster_do_in_colombia_and_who_paid"),
    which_states_work_with_scandinavia.without_pointer("keys_tell_which_states_work_with_scandinavia"),
    which_programmes_fund_cooperation_with_brazil
        .speaking("en")
        .without_pointer("keys_tell_which_programmes_fund_cooperation_with_brazil"),
    what_ran_in_2017
        .speaking("en")
        .without_pointer("keys_tell_what_ran_in_2017"),
    which_clusters_have_partners_in_both_france_and_japan
        .without_pointer("keys_tell_which_clusters_have_partners_in_both_france_and_japan"),
    where_does_biosaxony_cooperate_inside_germany
        .without_pointer("keys_tell_where_does_biosaxony_cooperate_inside_germany"),
    what_is_the_most_frequent_partner_country_of_each_theme
        .speaking("en")
        .without_pointer("keys_tell_what_is_the_most_frequent_partner_country_of_each_theme"),
    which_theme_has_no_partner_in_africa.without_pointer("keys_tell_which_theme_has_no_partner_in_africa"),
    which_cooperations_have_no_known_term
        .speaking("en")
        .without_pointer("keys_tell_which_cooperations_have_no_known_term"),
];

/// The field to search in.
const SEARCH_BOX: &str = "document.getElementById('search')";

/// A reader who has three actions.
struct Asking<'a> {
    page: &'a Page,
    left: usize,
}

impl<'a> Asking<'a> {
    async fn begin(page: &'a Page) -> Result<Self> {
        page.open("").await?;
        Ok(Self { page, left: 3 })
    }

    fn has_pointer(&self) -> bool {
        self.page.browser.reader.hand != Hand::Keys
    }

    fn act(&mut self) -> Result<()> {
        self.left = self.left.checked_sub(1).context("that was a fourth action")?;
        Ok(())
    }

    async fn click(&mut self, role: &str, name: &str) -> Result<()> {
        self.act()?;
        self.page
            .see_that(&format!("{role} {name}"), async || {
                self.page.has(role, name).await
            })
            .await?;
        if self.has_pointer() {
            self.page.click(role, name).await
        } else {
            self.page.work(role, name).await
        }
    }

    async fn search(&mut self, words: &str) -> Result<()> {
        self.act()?;
        if self.has_pointer() {
            return self.page.search_for(words).await;
        }
        self.page.reach(SEARCH_BOX, &[]).await?;
        self.page.type_text(words).await?;
        self.page.type_key(Key::Enter).await
    }

    /// Types words and clicks on a suggestion: two actions.
    async fn choose(&mut self, words: &str, suggestion: &str) -> Result<()> {
        self.act()?;
        self.act()?;
        if self.has_pointer() {
            return self.page.choose_suggestion(words, suggestion).await;
        }
        self.page.reach(SEARCH_BOX, &[]).await?;
        self.page.walk_to_suggestion(words, suggestion).await
    }

    /// Clicks on the button that shows all options of a facet.
    async fn show_all(&mut self, group: &str) -> Result<()> {
        self.act()?;
        let button = "find('button', null, find('group', arguments[0])[0])
            .find((one) => /^(Alle|Show all) \\d+/.test(nameOf(one)))";
        if self.has_pointer() {
            return self
                .page
                .ask(&format!("{button}.click()"), vec![json!(group)])
                .await;
        }
        self.page.reach(button, &[json!(group)]).await?;
        self.page.type_key(Key::Enter).await
    }

    async fn write(&mut self, field: &str, text: &str) -> Result<()> {
        self.act()?;
        if self.has_pointer() {
            return write(self.page, field, text).await;
        }
        self.page
            .reach("find('textbox', arguments[0])[0]", &[json!(field)])
            .await?;
        self.page.type_text(text).await?;
        self.page.type_key(Key::Enter).await
    }
}

/// The options of a facet that leave something, and how much.
async fn options(page: &Page, group: &str) -> Result<BTreeMap<String, usize>> {
    let script = "return find('checkbox', null, find('group', arguments[0])[0]).map((one) => words(one.labels[0].textContent))";
    let names: Vec<String> = page.ask(script, vec![json!(group)]).await?;
    let parted = names.iter().filter_map(|name| name.rsplit_once(' '));
    Ok(parted
        .filter_map(|(name, number)| Some((name.to_owned(), number.parse().ok()?)))
        .filter(|(_, number)| *number > 0)
        .collect())
}

/// The titles in the list, all of them.
async fn titles(page: &Page) -> Result<BTreeSet<String>> {
    Ok(page.row_titles().await?.into_iter().collect())
}

fn state_name(code: &str) -> Result<String> {
    let state: FederalState = code.parse()?;
    Ok(state.name(Language::German).to_owned())
}

fn text<'a>(record: &'a Value, field: &str) -> &'a str {
    record[field].as_str().unwrap_or_default()
}

async fn who_works_with_japan_on_photonics(page: &Page) -> Result<()> {
    let recount = page.recount()?;
    let mut reader = Asking::begin(page).await?;
    reader.click("checkbox", "Optik & Photonik").await?;
    reader.click("checkbox", "Japan").await?;
    let found = recount.cooperations(|one| {
        ids(one, "themes").contains(&"photonics") && recount.countries(one).contains("JP")
    });
    let expected: BTreeSet<String> = found.iter().map(|one| text(one, "title_de").to_owned()).collect();
    page.see("the cooperations", expected, async || titles(page).await)
        .await
}

async fn what_did_the_leipzig_health_cluster_do_in_colombia_and_who_paid(page: &Page) -> Result<()> {
    let recount = page.recount()?;
    let cooperation = recount.record("cooperations", "strength-kolumbien-leipzig")?;
    let details: Value = serde_json::from_str(&page.site.text("data/details.json")?)?;
    let summary = details["cooperations"]["strength-kolumbien-leipzig"]["summary_de"].clone();
    let mut reader = Asking::begin(page).await?;
    reader.search("Leipzig Gesundheit Kolumbien").await?;
    reader.click("button", text(cooperation, "title_de")).await?;
    page.see_detail(text(cooperation, "title_de")).await?;
    page.see_in_detail(summary.as_str().context("no summary")?)
        .await?;
    page.see_in_detail(text(cooperation, "funding_reference")).await
}

async fn which_states_work_with_scandinavia(page: &Page) -> Result<()> {
    let recount = page.recount()?;
    let scandinavia = ["DK", "NO", "SE"];
    let mut expected: BTreeMap<String, usize> = BTreeMap::new();
    for one in recount.cooperations(|one| {
        let there = recount.countries(one);
        scandinavia.iter().any(|country| there.contains(*country))
    }) {
        let mut states = BTreeSet::new();
        for cluster in ids(one, "clusters") {
            states.extend(recount.record("clusters", cluster)?["state"].as_str());
        }
        for state in states {
            *expected.entry(state_name(state)?).or_default() += 1;
        }
    }
    let mut reader = Asking::begin(page).await?;
    reader.search("Skandinavien").await?;
    reader.click("button", "Bundesländer").await?;
    reader.show_all("Bundesländer").await?;
    let known = async || -> Result<BTreeMap<String, usize>> {
        let mut options = options(page, "Bundesländer").await?;
        options.retain(|name, _| !name.starts_with("ohne Angabe"));
        Ok(options)
    };
    page.see("the states", expected, known).await
}

async fn which_programmes_fund_cooperation_with_brazil(page: &Page) -> Result<()> {
    let recount = page.recount()?;
    let mut expected: BTreeMap<String, usize> = BTreeMap::new();
    for one in recount.cooperations(|one| recount.countries(one).contains("BR")) {
        let name = match ids(one, "programme").first() {
            Some(programme) => recount.name("programmes", programme, "en")?,
            None => "not stated".to_owned(),
        };
        *expected.entry(name).or_default() += 1;
    }
    let mut reader = Asking::begin(page).await?;
    reader.choose("Brazil", "Brazil Country").await?;
    reader.show_all("Funding programmes").await?;
    page.see("the programmes", expected, async || {
        options(page, "Funding programmes").await
    })
    .await
}

async fn what_ran_in_2017(page: &Page) -> Result<()> {
    let recount = page.recount()?;
    let mut reader = Asking::begin(page).await?;
    reader.write("from", "2017").await?;
    reader.write("to", "2017").await?;
    reader
        .click("checkbox", "include those without a stated date")
        .await?;
    let ran = recount.running_within(2017, 2017);
    page.see_sentence(&format!("{ran} cooperations ")).await
}

async fn which_clusters_have_partners_in_both_france_and_japan(page: &Page) -> Result<()> {
    let recount = page.recount()?;
    let mut expected: BTreeSet<&str> = BTreeSet::new();
    let clusters = |country: &str| -> BTreeSet<&str> {
        let there = recount.cooperations(|one| recount.countries(one).contains(country));
        there.into_iter().flat_map(|one| ids(one, "clusters")).collect()
    };
    expected.extend(clusters("FR").intersection(&clusters("JP")));
    let mut reader = Asking::begin(page).await?;
    reader.click("checkbox", "Frankreich").await?;
    reader.click("checkbox", "Japan").await?;
    reader.click("radio", "in jedem gewählten Land").await?;
    let shown = recount.in_each(&["FR", "JP"]);
    page.see_sentence(&format!(
        "{shown} Kooperationen von {} Clustern mit den Partnerländern Frankreich und Japan, jedes Cluster mit \
         Kooperationen in jedem dieser Länder",
        recount.clusters_in_each(&["FR", "JP"])
    ))
    .await?;
    // The ranking beside it names those with the most cooperations.
    let ranked: Vec<String> = page
        .ask(
            "return [...find('complementary', 'Auf einen Blick')[0].querySelectorAll('[data-record^=\"cluster:\"]')]
                .map((one) => one.dataset.record.slice(8))",
            vec![],
        )
        .await?;
    ensure!(!ranked.is_empty(), "no cluster is named");
    ensure!(
        expected.contains(ranked[0].as_str()),
        "{} has no partners in both",
        ranked[0]
    );
    Ok(())
}

async fn where_does_biosaxony_cooperate_inside_germany(page: &Page) -> Result<()> {
    let recount = page.recount()?;
    let found = recount.cooperations(|one| {
        ids(one, "clusters").contains(&"biosaxony") && recount.countries(one).contains("DE")
    });
    let expected: BTreeSet<String> = found.iter().map(|one| text(one, "title_de").to_owned()).collect();
    let mut reader = Asking::begin(page).await?;
    reader.search("biosaxony").await?;
    reader.click("checkbox", "Deutschland").await?;
    page.see("the cooperations", expected, async || titles(page).await)
        .await
}

async fn what_is_the_most_frequent_partner_country_of_each_theme(page: &Page) -> Result<()> {
    let recount = page.recount()?;
    let mut reader = Asking::begin(page).await?;
    reader.click("tab", "Matrix").await?;
    let france = recount.on_theme_with("materials", "FR");
    let name = recount.name("themes", "materials", "en")?;
    page.see_that("the most frequent country of new materials", async || {
        let rows: Vec<(String, String)> = page
            .ask(
                "const rows = [...document.querySelectorAll('.matrix tbody tr')];
                 return rows.map((row) => [words(row.cells[0].textContent), words(row.cells[1].textContent)])",
                vec![],
            )
            .await?;
        let answer = format!("France ({france})");
        Ok(rows.iter().any(|(theme, most)| *theme == name && *most == answer))
    })
    .await
}

async fn which_theme_has_no_partner_in_africa(page: &Page) -> Result<()> {
    let recount = page.recount()?;
    let in_africa = recount.cooperations(|one| {
        recount.countries(one).iter().any(|code| {
            recount
                .record("countries", code)
                .is_ok_and(|country| text(country, "continent") == "africa")
        })
    });
    let with: BTreeSet<&str> = in_africa.iter().flat_map(|one| ids(one, "themes")).collect();
    let mut expected = BTreeSet::new();
    for theme in &with {
        expected.insert(recount.name("themes", theme, "de")?);
    }
    let mut reader = Asking::begin(page).await?;
    reader.show_all("Partnerländer").await?;
    reader.click("button", "Alle wählen: Afrika").await?;
    page.see("the themes with partners in Africa", expected, async || {
        Ok(options(page, "Themen").await?.into_keys().collect())
    })
    .await
}

async fn which_cooperations_have_no_known_term(page: &Page) -> Result<()> {
    let mut reader = Asking::begin(page).await?;
    reader
        .click("button", "Show only these: without a stated date")
        .await?;
    let undated = page.recount()?.undated();
    page.see_sentence(&format!("{undated} cooperations ")).await?;
    page.see_fragment("undated=only").await
}

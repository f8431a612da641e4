//! The reader asks for years: with mouse, finger, keys or numbers.

use anyhow::{Context as _, Result, ensure};
use serde_json::json;
use thirtyfour::Key;

use crate::page::Page;
use crate::story::{Story, stories};

pub(crate) const STORIES: &[Story] = stories![
    dragging_a_handle_follows_live_and_is_one_step_back,
    a_finger_drags_a_handle_and_taps_on_a_year.by_touch(),
    years_are_chosen_by_keys_and_as_numbers.speaking("en-GB"),
    what_is_no_year_is_told_and_kept,
    cooperations_without_a_date_are_counted_included_and_left_out,
    the_bars_are_a_table_too,
    every_view_shows_the_period.speaking("en-GB"),
];

async fn dragging_a_handle_follows_live_and_is_one_step_back(page: &Page) -> Result<()> {
    let recount = page.recount()?;
    let (_, last) = recount.span()?;
    page.open("#view=list").await?;
    drag(page, "Erstes Jahr", 2015, "mouse").await?;
    page.see_fragment("view=list&from=2015").await?;
    let shown = recount.running_within(2015, last) + recount.undated();
    page.see_sentence(&format!("{shown} Kooperationen ")).await?;
    drag(page, "Letztes Jahr", 2018, "mouse").await?;
    page.see_fragment("view=list&from=2015&to=2018").await?;
    page.see_chips(&["Filter 2015–2018 entfernen"]).await?;

    page.go_back().await?;
    page.see_fragment("view=list&from=2015").await?;
    page.go_back().await?;
    page.see_fragment("view=list").await
}

async fn a_finger_drags_a_handle_and_taps_on_a_year(page: &Page) -> Result<()> {
    page.open("#view=list").await?;
    drag(page, "Letztes Jahr", 2017, "touch").await?;
    page.see_fragment("view=list&to=2017").await?;
    let [x, y] = middle_of_year(page, 2016).await?;
    page.tap([x, y]).await?;
    page.see_fragment("view=list&from=2016&to=2016").await?;
    page.tap([x, y]).await?;
    page.see_fragment("view=list").await
}

async fn years_are_chosen_by_keys_and_as_numbers(page: &Page) -> Result<()> {
    let recount = page.recount()?;
    let (first, last) = recount.span()?;
    page.open("#view=list").await?;
    // Firefox steps a range by arrows, too, and both know the ends.
    focus(page, "slider", "Last year").await?;
    for _ in 0..3 {
        page.type_key(Key::Left).await?;
    }
    page.see_fragment(&format!("view=list&to={}", last - 3)).await?;
    page.type_key(Key::End).await?;
    page.see_fragment("view=list").await?;
    page.type_key(Key::Home).await?;
    page.see_fragment(&format!("view=list&to={first}")).await?;
    // All this was one step.
    page.go_back().await?;
    page.see_fragment("view=list").await?;

    write(page, "from", "2017").await?;
    page.see_fragment("view=list&from=2017").await?;
    write(page, "to", "2017").await?;
    page.see_fragment("view=list&from=2017&to=2017").await?;
    page.click("checkbox", "include those without a stated date")
        .await?;
    page.see_fragment("view=list&from=2017&to=2017&undated=0").await?;
    let ran = recount.running_within(2017, 2017);
    page.see_sentence(&format!("{ran} cooperations ")).await
}

async fn what_is_no_year_is_told_and_kept(page: &Page) -> Result<()> {
    page.open("").await?;
    write(page, "von", "20x5").await?;
    page.see_text("„20x5“ ist keine Jahreszahl.").await?;
    page.see("the field", "20x5".to_owned(), async || value(page, "von").await)
        .await?;
    write(page, "von", "2019").await?;
    page.see_fragment("from=2019").await?;
    write(page, "bis", "2015").await?;
    page.see_text("Das erste Jahr (2019) liegt nach dem letzten (2015).")
        .await?;
    page.see_fragment("from=2019").await?;
    // The other field is read again.
    write(page, "von", "2012").await?;
    page.see_fragment("from=2012&to=2015").await
}

async fn cooperations_without_a_date_are_counted_included_and_left_out(page: &Page) -> Result<()> {
    let recount = page.recount()?;
    let (undated, total) = (recount.undated(), recount.total());
    let name = "ohne Angabe eines Datums einbeziehen";
    page.open("").await?;
    page.see(
        "the number beside the checkbox",
        format!("{name} {undated}"),
        async || {
            page.ask(
                "return nameOf(find('checkbox', arguments[0])[0])",
                vec![json!(name)],
            )
            .await
        },
    )
    .await?;
    page.click("checkbox", name).await?;
    page.see_fragment("undated=0").await?;
    page.see_sentence(&format!("{} Kooperationen ", total - undated))
        .await?;
    page.press("Nur diese zeigen: ohne Angabe eines Datums").await?;
    page.see_fragment("undated=only").await?;
    page.see_sentence(&format!("{undated} Kooperationen ")).await?;
    page.see_chips(&["Filter nur ohne Datum entfernen"]).await?;
    page.press("Nur diese zeigen: ohne Angabe eines Datums").await?;
    page.see_fragment("").await
}

async fn the_bars_are_a_table_too(page: &Page) -> Result<()> {
    let recount = page.recount()?;
    let (first, last) = recount.span()?;
    page.open("").await?;
    page.click("disclosure", "Zahlen je Jahr").await?;
    let expected: Vec<Vec<String>> = (first..=last)
        .rev()
        .map(|year| {
            let numbers = [recount.running_within(year, year), recount.perhaps_running(year)];
            [year.to_string()]
                .into_iter()
                .chain(numbers.map(|number| number.to_string()))
                .collect()
        })
        .collect();
    let rows = "const table = find('table', 'Laufende Kooperationen je Jahr')[0];
        return [...table.tBodies[0].rows].map((row) => [...row.cells].map(nameOf))";
    page.see("the rows", expected, async || page.ask(rows, vec![]).await)
        .await
}

async fn every_view_shows_the_period(page: &Page) -> Result<()> {
    page.open("#from=2015").await?;
    for tab in ["List", "Matrix", "Figures", "Map"] {
        page.open_view(tab).await?;
        page.see_that(&format!("the period in {tab}"), async || {
            page.has("group", "Period").await
        })
        .await?;
        page.see("the field", "2015".to_owned(), async || value(page, "from").await)
            .await?;
    }
    Ok(())
}

/// Drags a handle to a year, over every year between.
async fn drag(page: &Page, handle: &str, year: u16, pointer: &str) -> Result<()> {
    page.element("slider", handle).await?;
    let way: [[i64; 2]; 2] = page
        .ask(
            "const [name, year] = arguments;
             const slider = find('slider', name)[0];
             slider.scrollIntoView({ block: 'center', behavior: 'instant' });
             const box = slider.getBoundingClientRect();
             const years = slider.max - slider.min;
             // The handle is as wide as it is high.
             const at = (value) => box.x + box.height / 2 + (box.width - box.height) * (value - slider.min) / years;
             return [slider.value, year].map((value) => [at(value), box.y + box.height / 2].map(Math.round))",
            vec![json!(handle), json!(year)],
        )
        .await?;
    let [[from, y], [to, _]] = way;
    let move_to = |x: i64| json!({ "type": "pointerMove", "x": x, "y": y, "duration": 40 });
    let between = (1..=5).map(|part| move_to(from + (to - from) * part / 5));
    let steps: Vec<_> = [move_to(from), json!({ "type": "pointerDown", "button": 0 })]
        .into_iter()
        .chain(between)
        .chain([json!({ "type": "pointerUp", "button": 0 })])
        .collect();
    let actions = json!([{
        "type": "pointer", "id": pointer, "parameters": { "pointerType": pointer }, "actions": steps,
    }]);
    page.command("input.performActions", json!({ "actions": actions }))
        .await?;
    Ok(())
}

/// The middle of a year's bar, in CSS pixels from the upper left corner of the window.
async fn middle_of_year(page: &Page, year: u16) -> Result<[i64; 2]> {
    page.ask(
        "const [year] = arguments;
         const chart = find('image', null).find((image) => nameOf(image).startsWith('Laufende Kooperationen'));
         chart.scrollIntoView({ block: 'center', behavior: 'instant' });
         const { min, max } = find('slider', null)[0];
         const box = chart.getBoundingClientRect();
         return [box.x + box.width * (year - min + 0.5) / (max - min + 1), box.y + box.height / 2].map(Math.round)",
        vec![json!(year)],
    )
    .await
}

async fn focus(page: &Page, role: &str, name: &str) -> Result<()> {
    page.element(role, name).await?;
    page.ask(
        "find(arguments[0], arguments[1])[0].focus()",
        vec![json!(role), json!(name)],
    )
    .await
}

/// Writes into a field in place of what it holds, and goes on with Enter.
/// Writes into a field, whatever stands there, and sends it.
pub(crate) async fn write(page: &Page, field: &str, text: &str) -> Result<()> {
    let element = page.element("textbox", field).await?;
    element
        .click()
        .await
        .with_context(|| format!("cannot click on {field:?}"))?;
    page.ask::<()>("find('textbox', arguments[0])[0].select()", vec![json!(field)])
        .await?;
    let chain = page.browser.session.action_chain();
    chain.send_keys(text).perform().await?;
    page.type_key(Key::Enter).await
}

async fn value(page: &Page, field: &str) -> Result<String> {
    ensure!(page.has("textbox", field).await?, "there is no field {field:?}");
    page.ask(
        "return find('textbox', arguments[0])[0].value",
        vec![json!(field)],
    )
    .await
}

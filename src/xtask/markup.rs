//! The markup that Leaflet itself may write into the page: `boot.js` lets nothing else through.

use std::path::Path;

use anyhow::{Context, Result, ensure};

use crate::page;

const LIBRARY: &str = "leaflet.js";

/// The script that begins, and where it keeps the list.
pub(crate) const BOOT: &str = "boot.js";
const LIST: &str = "var markup = [];";

/// `boot.js` of the stage with the list of exactly these strings.
pub(crate) fn boot(stage: &Path) -> Result<String> {
    let boot = page::text(&stage.join(BOOT))?;
    ensure!(boot.contains(LIST), "{BOOT} has no place for the list of markup");
    let written = written(&page::text(&stage.join(LIBRARY))?);
    ensure!(
        !written.is_empty(),
        "{LIBRARY} writes markup in a way that is not understood"
    );
    let list = serde_json::to_string(&written).context("the list of markup is no JSON")?;
    Ok(boot.replacen(LIST, &format!("var markup = {list};"), 1))
}

/// The literal strings that a script assigns to `innerHTML`, in order; nothing that is put together.
fn written(script: &str) -> Vec<String> {
    let mut written: Vec<String> = script
        .split(".innerHTML=")
        .skip(1)
        .filter_map(literal)
        .map(str::to_owned)
        .collect();
    written.sort();
    written.dedup();
    written
}

/// The literal that is the whole of an assigned expression.
fn literal(rest: &str) -> Option<&str> {
    let quote = rest.chars().next().filter(|first| "'\"".contains(*first))?;
    let (literal, after) = rest.strip_prefix(quote)?.split_once(quote)?;
    let ends = after.starts_with([',', ';', ')', '}']);
    (ends && !literal.contains('\\')).then_some(literal)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whole_literals_are_let_through() {
        let script = r#"(a=b).innerHTML="<svg/>",c.innerHTML='<v:shape adj="1"/>',d.innerHTML=" "+t.name,
            e.innerHTML=f;g.innerHTML="\x3cb>";h.innerHTML="<svg/>"}"#;
        assert_eq!(written(script), ["<svg/>", "<v:shape adj=\"1\"/>"]);
    }
}

//! Pieces of HTML. Every text passes [`escaped`] on its way into a page.

/// Text or attribute value without any character that HTML could take for markup.
pub fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            other => safe.push(other),
        }
    }
    safe
}

/// A link to another host.
pub(crate) fn link(address: &str, text: &str) -> String {
    format!(
        "<a href=\"{}\" rel=\"noopener noreferrer\">{}</a>",
        escaped(address),
        escaped(text)
    )
}

/// A list of pieces of HTML; a single one stands alone.
pub(super) fn list(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [only] => only.clone(),
        items => {
            let items: Vec<String> = items.iter().map(|item| format!("<li>{item}</li>")).collect();
            format!("<ul>{}</ul>", items.concat())
        }
    }
}

/// A table that can be scrolled sideways by keyboard too.
pub(crate) struct Table<'a> {
    /// Id of the caption.
    pub(crate) id: &'a str,
    /// Text of the caption.
    pub(crate) caption: &'a str,
    /// Heads of the columns.
    pub(crate) columns: &'a [&'a str],
    /// Cells as HTML; the first of each row is its head.
    pub(crate) rows: Vec<Vec<String>>,
}

impl Table<'_> {
    /// The table as HTML.
    pub(crate) fn html(&self) -> String {
        let column = |name: &&str| format!("<th scope=\"col\">{}</th>", escaped(name));
        let columns: Vec<String> = self.columns.iter().map(column).collect();
        let rows: Vec<String> = self.rows.iter().map(|cells| row(cells)).collect();
        let (id, caption) = (self.id, escaped(self.caption));
        let (columns, rows) = (columns.concat(), rows.concat());
        format!(
            "<div class=\"table-frame\" role=\"region\" aria-labelledby=\"{id}\" tabindex=\"0\">\n\
             <table>\n<caption id=\"{id}\">{caption}</caption>\n\
             <thead>\n<tr>{columns}</tr>\n</thead>\n<tbody>\n{rows}</tbody>\n</table>\n</div>\n"
        )
    }
}

fn row(cells: &[String]) -> String {
    let mut html = String::from("<tr>");
    for (position, cell) in cells.iter().enumerate() {
        let cell = match position {
            0 => format!("<th scope=\"row\">{cell}</th>"),
            _ => format!("<td>{cell}</td>"),
        };
        html.push_str(&cell);
    }
    html.push_str("</tr>\n");
    html
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_becomes_text() {
        let rows = [
            (
                "<script>alert(1)</script>",
                "&lt;script&gt;alert(1)&lt;/script&gt;",
            ),
            ("\" onclick='x'", "&quot; onclick=&#39;x&#39;"),
            ("R&D &amp;", "R&amp;D &amp;amp;"),
            ("Äöü – ✓", "Äöü – ✓"),
        ];
        for (text, expected) in rows {
            assert_eq!(escaped(text), expected);
        }
    }

    #[test]
    fn an_address_cannot_leave_its_attribute() {
        let html = link("https://example.org/\"><b>", "x");
        assert_eq!(html.matches('"').count(), 4, "{html}");
        assert!(!html.contains("<b>"), "{html}");
    }
}

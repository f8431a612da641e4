//! Text on its way into markup.

/// Adds a text so that HTML and XML read it as text, in an element or in an attribute between double quotes;
/// characters that XML does not have are left out.
pub fn push_escaped(file: &mut String, text: &str) {
    for character in text.chars() {
        match character {
            '&' => file.push_str("&amp;"),
            '<' => file.push_str("&lt;"),
            '>' => file.push_str("&gt;"),
            '"' => file.push_str("&quot;"),
            '\t' | '\n' | '\r' => file.push(' '),
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
            _ => file.push(character),
        }
    }
}

//! How wide a text is likely to be, and where it breaks: a drawing is laid out before any font is known.

/// Widths of the letters of common sans-serif fonts, in parts of the font's size, a little generous.
fn width_of(letter: char) -> f64 {
    match letter {
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' => 0.29,
        'f' | 'r' | 't' | '(' | ')' | '-' | '/' | ' ' | '\u{a0}' => 0.37,
        'm' | 'w' | 'M' | 'W' | '%' | '@' | '…' | '—' => 0.92,
        'A'..='Z' | 'Ä' | 'Ö' | 'Ü' | '&' | '€' | '+' | '=' => 0.7,
        _ => 0.58,
    }
}

/// The width of a text at a size of its font, in the unit of the size.
pub fn width(text: &str, size: f64) -> f64 {
    text.chars().map(width_of).sum::<f64>() * size
}

/// The lines of a text in a room, broken between words; at most `most` lines, the last of which ends with an
/// ellipsis where there is more. Words that are too long for a line are cut.
///
/// ```
/// use clusteratlas_core::chart::lettering::wrap;
///
/// assert_eq!(wrap("one two three", 60.0, 13.0, 2), ["one two", "three"]);
/// assert_eq!(wrap("one two three", 70.0, 13.0, 1), ["one two…"]);
/// ```
pub fn wrap(text: &str, room: f64, size: f64, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut present = String::new();
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let separator = if present.is_empty() { "" } else { " " };
        if !present.is_empty() && width(&present, size) + width(separator, size) + width(word, size) > room {
            lines.push(std::mem::take(&mut present));
        } else {
            present.push_str(separator);
        }
        present.push_str(word);
    }
    if !present.is_empty() {
        lines.push(present);
    }
    let has_more = lines.len() > most;
    lines.truncate(most);
    let last = lines.len().saturating_sub(1);
    for (position, line) in lines.iter_mut().enumerate() {
        let more = has_more && position == last;
        if more || width(line, size) > room {
            shorten(line, room, size);
        }
    }
    lines
}

/// Ends a line with an ellipsis within the room.
fn shorten(line: &mut String, room: f64, size: f64) {
    const MORE: char = '…';
    while !line.is_empty() && width(line, size) + width_of(MORE) * size > room {
        line.pop();
    }
    line.truncate(line.trim_end().len());
    line.push(MORE);
}

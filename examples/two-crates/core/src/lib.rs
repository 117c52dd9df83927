//! Counts lines and words.

/// The number of lines and of words in `text`.
pub fn tally(text: &str) -> (usize, usize) {
    (text.lines().count(), text.split_whitespace().count())
}

#[cfg(test)]
mod tests {
    use super::tally;

    #[test]
    fn lines_and_words_are_counted() {
        assert_eq!(tally("one two\nthree\n"), (2, 3));
    }
}

//! Counts words.

/// The number of words in `text`, as separated by white space.
pub fn count_words(text: &str) -> usize {
    text.split_whitespace().count()
}

#[cfg(test)]
mod tests {
    use super::count_words;

    #[test]
    fn words_are_separated_by_white_space() {
        assert_eq!(count_words(" one\ttwo\nthree "), 3);
        assert_eq!(count_words(""), 0);
    }
}

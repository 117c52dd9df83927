//! Prints the number of lines and words of its arguments.

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (lines, words) = tally_core::tally(&arguments.join(" "));
    println!("{lines} {words}");
}

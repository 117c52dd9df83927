//! Prints the number of words of its arguments.

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    println!("{}", quickstart_engine::count_words(&arguments.join(" ")));
}

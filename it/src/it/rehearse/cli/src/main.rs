fn main() {
    println!("{}", rehearse_engine::one());
}

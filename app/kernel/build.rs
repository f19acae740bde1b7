//! `sqlx::migrate!` reads the migrations while it compiles: a new one must compile the kernel again.
fn main() {
    println!("cargo::rerun-if-changed=../../migrations");
}

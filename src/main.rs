//! The command `waqai`.

fn main() {}

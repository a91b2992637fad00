//! Small extractions made by hand, for tests.

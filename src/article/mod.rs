//! AS CLAIMED. What the article of 21 April 2025 says, and what becomes of it: values, no sentences.

pub mod whatif;

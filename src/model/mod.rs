//! AS MEANT. What the published figures say together.

pub mod deduce;

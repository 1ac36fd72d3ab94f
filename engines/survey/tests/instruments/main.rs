//! Instruments and answers: what is refused, what is read, and the way from the first question to the last.

mod any_instrument;
mod defects;
mod own;
mod reading;
mod sample;
mod tallies;
mod way_through;
